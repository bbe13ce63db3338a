/** Something that is measured: Waymark, a peer, or the empty page beside them. */
export interface Subject {
  /** As in the table; its files are `peers/libraries/NAME.js` and `peers/adapters/NAME.js`. */
  name: string;
  kind: "waymark" | "peer" | "control";
  /** The npm package whose version is told. */
  packageName: string | null;
  /** What a reader should know of how it was set up. */
  remark: string;
}

const peer = (name: string, packageName: string, remark = ""): Subject => ({ name, kind: "peer", packageName, remark });

export const waymark: Subject = { name: "waymark", kind: "waymark", packageName: null, remark: "" };

/** A page with nothing in it, measured in every round: what it costs is taken off the others. */
export const control: Subject = { name: "control", kind: "control", packageName: null, remark: "" };

export const peers: readonly Subject[] = [
  peer("driver", "driver.js"),
  peer("shepherd", "shepherd.js", "AGPL-3.0"),
  peer("intro", "intro.js", "AGPL-3.0"),
  peer("joyride", "react-joyride", "with React"),
  peer("reactour", "@reactour/tour", "with React"),
  peer("tourguide", "@sjmc11/tourguidejs"),
  peer("flows", "@flows/js", "with @flows/js-components; its service is stood in for"),
  peer("posthog", "posthog-js", "tours only: analytics, replay, surveys and flags are off; its server is stood in for"),
];
