import type { JourneyPicture } from "@waymark/schema";
import { hrefOf } from "../shell/route.ts";

/** Where a picture has its page. */
export const pictureHref = ({ journey, role }: JourneyPicture): string =>
  hrefOf({ page: "journeys", journey: journey.id, role: role.id });
