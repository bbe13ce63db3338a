/** What others hear of: an effect of the engine, or an event of the guide itself. */
export interface Happening {
  type: string;
  journey?: string | undefined;
  step?: string | undefined;
  subject?: string | undefined;
  at: number;
  props: Record<string, unknown>;
}
