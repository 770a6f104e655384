import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** What keeps V8 from taking more memory than a run needs. */

/** Bytes of both halves of the young generation from which on a larger one saves no time that could be measured. */
const ENOUGH = 8 << 20

/**
 * Keeps V8's young generation from growing. While the program loads it grows to 2 x 4 MB; four times that, which it grows
 * to later, takes 25 MB more memory and saves no time, less than 2 x 4 MB costs a ledger half as much time again (measured
 * by `npm run bench`). Only where it has grown so far, and with Node 20, of which that is known.
 */
export function holdNursery(): void {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")
    if (!process.versions.node.startsWith("20.") || young === undefined || young.space_size < ENOUGH) return
    setFlagsFromString("--semi-space-growth-factor=1")
}

let collector: (() => void) | undefined

/** Collects garbage now. V8 waits until the heap has filled, and with every document it fills further. */
export function collect(): void {
    if (collector === undefined) {
        setFlagsFromString("--expose-gc")
        const gc: unknown = runInNewContext("gc")
        collector = typeof gc === "function" ? () => void gc() : () => undefined
    }
    collector()
}
