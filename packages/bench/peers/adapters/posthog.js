// Analytics, replay, surveys and flags are off: tours alone are measured. The tours come in a script of their own when the
// first is shown, as from PostHog's servers.
(() => {
  const { nonce } = document.currentScript;
  const host = () => document.querySelector("[class^=ph-product-tour-container]");
  const inside = (selector) => host()?.shadowRoot.querySelector(selector) ?? null;
  const { posthog } = lib;
  const carry = (element) => {
    if (nonce) element.nonce = nonce;
    return element;
  };
  posthog.init("phc_bench", {
    api_host: location.origin,
    autocapture: false,
    capture_pageview: false,
    capture_pageleave: false,
    disable_session_recording: true,
    disable_surveys: true,
    advanced_disable_flags: true,
    disable_compression: true,
    opt_out_capturing_by_default: true,
    prepare_external_dependency_script: carry,
    prepare_external_dependency_stylesheet: carry,
  });
  window.bench = {
    start(steps) {
      posthog.productTours.previewTour({
        id: "bench",
        name: "Bench",
        tour_type: "tour",
        start_date: null,
        end_date: null,
        appearance: { showOverlay: true, dismissOnClickOutside: false },
        steps: steps.map(({ selector, text }, index) => ({
          id: `step-${index}`,
          type: "element",
          selector,
          useManualSelector: true,
          progressionTrigger: "button",
          content: null,
          contentHtml: `<h2>Step</h2><p>${text}</p>`,
          buttons: { primary: { text: "Next", action: "next_step" } },
        })),
      });
    },
    next: () => posthog.productTours.nextStep(),
    stop: () => posthog.productTours.dismissProductTour(),
    card: () => inside(".ph-tour-tooltip"),
    button: () => inside(".ph-tour-button--primary"),
    ring: () => window.probe.ringOf(inside(".ph-tour-spotlight")),
  };
})();
