import type { VNode } from "preact";

export type Mark =
  | "interval"
  | "held"
  | "expected"
  | "believed"
  | "reported"
  | "plan"
  | "narrowest"
  | "hidden"
  | "later";

/** What a mark looks like, small: the same shapes as in the plots. */
const samples: Readonly<Record<Mark, () => VNode>> = {
  interval: () => (
    <>
      <rect x="1" y="3.5" width="20" height="9" class="int" />
      <circle cx="11" cy="8" r="4.2" class="dot" />
    </>
  ),
  held: () => (
    <>
      <rect x="1" y="3.5" width="20" height="9" class="int" />
      <circle cx="11" cy="8" r="4.2" class="reported" />
    </>
  ),
  expected: () => (
    <>
      <rect x="4" y="1" width="14" height="14" class="band" />
      <line x1="11" y1="1" x2="11" y2="15" class="post" />
    </>
  ),
  believed: () => <path d="M11 2.6L16.4 8L11 13.4L5.6 8Z" class="believed" />,
  reported: () => <circle cx="11" cy="8" r="4.2" class="reported" />,
  plan: () => (
    <>
      <path d="M6 2H16L11 9Z" class="tick" />
      <line x1="11" y1="8" x2="11" y2="15" class="stop" />
    </>
  ),
  narrowest: () => (
    <>
      <circle cx="11" cy="8" r="7.5" class="ring" />
      <circle cx="11" cy="8" r="5" class="st worst" />
    </>
  ),
  hidden: () => <rect x="1" y="2" width="20" height="12" class="hatched edged" />,
  later: () => <circle cx="11" cy="8" r="6.5" class="st dashed" />,
};

/** The legend of a page, in one line: what each mark that is on it means. */
export function Key({ of }: { of: readonly (readonly [mark: Mark, meaning: string])[] }): VNode {
  return (
    <ul class="key">
      {of.map(([mark, meaning]) => (
        <li key={mark}>
          <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
            {samples[mark]()}
          </svg>
          {meaning}
        </li>
      ))}
    </ul>
  );
}
