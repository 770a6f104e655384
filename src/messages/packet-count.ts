import type { Words } from "../base/lang.ts"
import { sameInAll } from "./message.ts"

/** How many files a packet has, told in one way on paper, in the verdict and in the archive. */

/** Files of a packet by what they are; together they are what a ZIP program counts. */
export interface PacketCount {
    /** Below `data/`. */
    readonly materials: number
    /** Lists and the notes on their form, beside `data/`. */
    readonly lists: number
    readonly signatures: number
    readonly stamps: number
}

/** `40 个（材料 35、清单和说明 4、签名 1）`. */
export function packetCount({ materials, lists, signatures, stamps }: PacketCount): Words {
    const total = materials + lists + signatures + stamps
    const parts = [
        { n: materials, zh: "材料", en: "of material" },
        { n: lists, zh: "清单和说明", en: "lists and notes" },
        { n: signatures, zh: "签名", en: signatures === 1 ? "signature" : "signatures" },
        { n: stamps, zh: "时间戳", en: stamps === 1 ? "time stamp" : "time stamps" },
    ].filter(({ n }) => n > 0)
    if (total === 0) return sameInAll("0")
    return {
        "zh-CN": `${String(total)} 个（${parts.map(({ n, zh }) => `${zh} ${String(n)}`).join("、")}）`,
        en: `${String(total)} (${parts.map(({ n, en }) => `${String(n)} ${en}`).join(", ")})`,
    }
}
