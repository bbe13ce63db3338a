import type { VNode } from "../draw/draw.ts";
import type { SlotName, SlotProps } from "../runtime/runtime.ts";

/** Draws what services have put into one place, in the order they came. */
export function Slot({ name, ...props }: SlotProps & { name: SlotName }): VNode {
  const fillings = props.runtime.$fillings.get().filter(({ slot }) => slot === name);
  return (
    <>
      {fillings.map(({ view: View }) => (
        <View {...props} />
      ))}
    </>
  );
}
