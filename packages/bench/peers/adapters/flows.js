// The tour comes from Flows' service; here a stand-in for its network answers with what was asked to be shown.
(() => {
  const { init, setupJsComponents, components, tourComponents, surveyComponents } = lib;
  const part = (name) => document.querySelector(`flows-floating-blocks .flows_basicsV2_tooltip_${name}`);
  let socket = null;
  /** Tours are pushed over a socket: this one is opened at once and says what the bench wants shown. */
  window.WebSocket = class extends EventTarget {
    constructor() {
      super();
      socket = this;
      this.readyState = 1;
      setTimeout(() => this.dispatchEvent(new Event("open")));
    }
    close() {
      this.readyState = 3;
    }
  };
  const push = (updatedBlocks, exitedBlockIds) =>
    socket.dispatchEvent(new MessageEvent("message", { data: JSON.stringify({ updatedBlocks, exitedBlockIds }) }));
  const customFetch = async () => new Response('{"blocks":[]}');
  let tours = 0;
  setupJsComponents({
    components: { ...components },
    tourComponents: { ...tourComponents },
    surveyComponents: { ...surveyComponents },
  });
  document.body.append(document.createElement("flows-floating-blocks"));
  init({
    organizationId: "bench",
    environment: "bench",
    userId: "u-1",
    apiUrl: location.origin,
    customFetch,
    debug: false,
  });
  const tourOf = (steps) => ({
    id: `tour-${tours}`,
    workflowId: "bench",
    type: "tour",
    data: {},
    exitNodes: ["complete", "cancel"],
    slottable: false,
    propertyMeta: [],
    tourBlocks: steps.map(({ selector, text }, index) => ({
      id: `step-${tours}-${index}`,
      workflowId: "bench",
      type: "tour-component",
      componentType: "BasicsV2Tooltip",
      slottable: false,
      data: {
        title: "Step",
        body: text,
        targetElement: selector,
        dismissible: true,
        hideOverlay: false,
        hideProgress: false,
        primaryButton: { label: "Next" },
      },
      propertyMeta: [{ type: "action", key: "primaryButton", value: { label: "Next", exitNode: "continue" } }],
    })),
  });
  window.bench = {
    start(steps) {
      tours += 1;
      push([tourOf(steps)], []);
    },
    next: () => window.bench.button().click(),
    stop: () => push([], [`tour-${tours}`]),
    card: () => part("tooltip"),
    button: () => part("footer").querySelector("button.flows_basicsV2_button_primary"),
    ring: () => window.probe.ringOf(part("overlay")),
  };
})();
