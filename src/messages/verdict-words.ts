import type { Words } from "../base/lang.ts"
import { sameInAll } from "./message.ts"
import { clockTime } from "./verdict-facts.ts"

/** Small words of the verdict's sentences. */

/** Said where nothing is to be said. */
export const NOTHING = sameInAll("")

/** Words that are said where something holds. */
export function where(holds: boolean, words: Words): Words {
    return holds ? words : NOTHING
}

/** The first few names; all of them stand in the findings. */
export function some(names: readonly string[]): Words {
    const first = names.slice(0, 5)
    const isCut = names.length > first.length
    return { "zh-CN": first.join("、") + (isCut ? " 等" : ""), en: first.join(", ") + (isCut ? " and more" : "") }
}

/** A stated time as its reader's clock shows it; the packet's own spelling stands in its index. */
export function stated(claimed: string): Words {
    return { "zh-CN": `的时间是北京时间 ${clockTime(claimed, 8)}`, en: `${clockTime(claimed, 0)} UTC` }
}
