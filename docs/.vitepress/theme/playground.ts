import { lintJourney, parseJourney, renderProblem } from "@waymark/schema";
import { useData, withBase } from "vitepress";
import { type Component, defineComponent, h, onBeforeUnmount, onMounted, ref, type VNode, watch } from "vue";
import { firstJourney } from "./first-journey.ts";

/** Keys that the frame reads: `docs/public/play/before.js`. */
const journeysKey = "waymark-playground";
const lookKey = "waymark-playground-look";
/** So long nothing is typed before the app is loaded again. */
const restMs = 600;
const mostHappenings = 6;

interface Judgement {
  journeys: readonly unknown[] | null;
  says: readonly string[];
}

/** As somebody would write it: short lists and objects stand in one line. */
function written(journey: unknown): string {
  const short = /([[{])\s+([^[\]{}]{1,90}?)\s+[\]}]/g;
  return JSON.stringify(journey, null, 2).replace(short, (_, open: string, inner: string) => {
    const line = inner.replace(/\s*\n\s*/g, " ");
    return open === "[" ? `[${line}]` : `{ ${line} }`;
  });
}

/** What is wrong in the text, in the words of `waymark lint`; warnings keep nothing from being shown. */
function judge(text: string): Judgement {
  try {
    const parsed = parseJourney(JSON.parse(text));
    if (!parsed.ok) return { journeys: null, says: parsed.problems.map(renderProblem) };
    return { journeys: [parsed.value], says: lintJourney(parsed.value).map(renderProblem) };
  } catch (error) {
    return { journeys: null, says: [error instanceof Error ? error.message : String(error)] };
  }
}

export const Playground: Component = defineComponent({
  name: "WaymarkPlayground",
  setup() {
    const { isDark } = useData();
    const text = ref(written(firstJourney));
    const says = ref<readonly string[]>([]);
    const happenings = ref<readonly string[]>([]);
    const turn = ref(0);
    let rest: ReturnType<typeof setTimeout> | undefined;

    const load = (): void => {
      const judged = judge(text.value);
      says.value = judged.says;
      if (judged.journeys === null) return;
      sessionStorage.setItem(journeysKey, JSON.stringify(judged.journeys));
      sessionStorage.setItem(lookKey, isDark.value ? "dark" : "light");
      turn.value++;
    };
    const typed = (event: Event): void => {
      text.value = (event.target as HTMLTextAreaElement).value;
      clearTimeout(rest);
      rest = setTimeout(load, restMs);
    };
    const heard = ({ origin, data }: MessageEvent): void => {
      if (origin !== location.origin || typeof data?.type !== "string") return;
      const line = [data.type, data.journey, data.step].filter((part) => typeof part === "string").join(" ");
      happenings.value = [line, ...happenings.value].slice(0, mostHappenings);
    };
    const again = async (): Promise<void> => {
      const frame = document.querySelector<HTMLIFrameElement>("iframe.play-app");
      const guest = (frame?.contentWindow as { waymark?: { erase?: () => Promise<void> } } | null)?.waymark;
      await guest?.erase?.();
      happenings.value = [];
      load();
    };
    onMounted(() => {
      addEventListener("message", heard);
      load();
    });
    onBeforeUnmount(() => {
      clearTimeout(rest);
      removeEventListener("message", heard);
    });
    watch(isDark, load);

    const editor = (): VNode =>
      h("section", { class: "play-side" }, [
        h("label", { for: "play-journey" }, "The journey, as JSON"),
        h("textarea", { id: "play-journey", spellcheck: "false", value: text.value, onInput: typed }),
        h("div", { role: "status" }, [
          says.value.length > 0
            ? h(
                "ul",
                { class: "play-says" },
                says.value.map((line) => h("li", line)),
              )
            : h("p", { class: "play-told" }, "Nothing to mend."),
        ]),
      ]);
    const app = (): VNode =>
      h("section", { class: "play-side" }, [
        h("div", { class: "play-head" }, [
          h("span", "The app, with Waymark in it"),
          h("button", { type: "button", onClick: again }, "Begin again"),
        ]),
        turn.value > 0
          ? h("iframe", {
              key: turn.value,
              class: "play-app",
              title: "A small CRM with Waymark in it",
              src: withBase("/play/app.html"),
            })
          : null,
        h("p", { class: "play-told" }, [
          "What an app's code hears: ",
          happenings.value.length > 0 ? happenings.value.map((line) => h("code", line)) : "nothing yet",
        ]),
      ]);
    return () => h("div", { class: "play" }, [editor(), app()]);
  },
});
