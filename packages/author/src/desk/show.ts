import { type PreviewAs, startPreview } from "../preview/preview.ts";
import type { Desk } from "./desk.ts";

/** What somebody does who looks at it as others will. */
export interface Showing {
  preview(as: PreviewAs): Promise<void>;
  stopPreview(): Promise<void>;
  phone(open: boolean): void;
  fold(folded: boolean): void;
}

/** The acts of looking. */
export function createShowing(desk: Desk): Showing {
  let end: (() => Promise<void>) | null = null;
  let turn = 0;
  const stop = async (): Promise<void> => {
    const ending = end;
    end = null;
    await ending?.();
  };
  return {
    preview: async (as) => {
      const { journey, problems } = desk.$state.get().checked;
      if (!journey) return desk.tell({ kind: "failed", of: "incomplete", detail: String(problems.length) });
      turn += 1;
      const own = turn;
      desk.set({ preview: as, note: null, busy: true });
      await stop();
      try {
        const ending = await startPreview(journey, as, desk.around.script);
        // Another choice was made while this one was on its way.
        if (own === turn) end = ending;
        else await ending();
      } catch {
        desk.set({ preview: null });
        desk.tell({ kind: "failed", of: "preview", detail: "" });
      }
      desk.set({ busy: false });
    },
    stopPreview: async () => {
      turn += 1;
      desk.set({ preview: null, phone: false });
      await stop();
    },
    phone: (phone) => desk.set({ phone }),
    fold: (folded) => desk.set({ folded }),
  };
}
