/** Something that is measured: Waymark, a peer, or the empty page beside them. */
export interface Subject {
  /** As in the table; its files are `peers/libraries/NAME.js` and `peers/adapters/NAME.js`. */
  name: string;
  kind: "waymark" | "peer" | "control";
  /** The npm package whose version is told. */
  packageName: string | null;
  /** What a reader should know of how it was set up. */
  remark: string;
  /** Whether it waits for a target that is not there yet. */
  waits: boolean;
}

const peer = (name: string, packageName: string, remark = "", waits = false): Subject => ({
  name,
  kind: "peer",
  packageName,
  remark,
  waits,
});

export const waymark: Subject = { name: "waymark", kind: "waymark", packageName: null, remark: "", waits: true };

/** A page with nothing in it, measured in every round: what it costs is taken off the others. */
export const control: Subject = { name: "control", kind: "control", packageName: null, remark: "", waits: false };

export const peers: readonly Subject[] = [
  peer("driver", "driver.js", "", true),
  peer("shepherd", "shepherd.js", "AGPL-3.0", true),
  peer("intro", "intro.js", "AGPL-3.0"),
  peer("joyride", "react-joyride", "with React", true),
  peer("reactour", "@reactour/tour", "with React"),
  peer("tourguide", "@sjmc11/tourguidejs"),
  peer("flows", "@flows/js", "with @flows/js-components; its service is stood in for", true),
  peer("posthog", "posthog-js", "tours only: analytics, replay, surveys and flags are off; its server is stood in for"),
];
