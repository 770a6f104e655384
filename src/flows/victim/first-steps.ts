import type { Host } from "../../base/host.ts"
import type { Words } from "../../base/lang.ts"
import { parseTime } from "../../base/text/time.ts"
import { FIRST_STEPS_EN } from "../../editions/victim/first-steps.words.ts"
import { newFirstHourView } from "../../editions/victim/keeping.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import type { Block, Inline } from "../../typeset/document/blocks.ts"
import { renderModel } from "../print/compose.ts"

/** 现在就做 as a list to tick, for a shell that shows it: the same template as the page to print. */

/** One thing to do at once. */
export interface Step {
    readonly title: Words
    readonly text: Words
}

/** The steps for somebody who has only just begun. `now` is RFC 3339 with offset. */
export function firstSteps(host: Host, now: string): readonly Step[] {
    const at = parseTime(now)
    if (typeof at === "string") throw new RangeError(`no time: ${now}`)
    const data = newFirstHourView("", at, readLaws(host.asset("legal/laws.yaml")))
    const { blocks } = renderModel(host, "zh-CN/first-hour", data)
    const rows = blocks.flatMap((block) => (block.kind === "table" ? block.body : []))
    const english = Object.values(FIRST_STEPS_EN)
    if (rows.length !== english.length) throw new RangeError("现在就做 and its English have other steps")
    return rows.map(({ cells }, i) => {
        const heads = cells.filter(({ header }) => header).map(({ blocks: own }) => textOf(own))
        const [title = "", text = ""] = english[i] ?? []
        return {
            title: { "zh-CN": heads.join(""), en: `${String(i + 1)}. ${title}` },
            text: { "zh-CN": textOf(cells.at(-1)?.blocks ?? []), en: text },
        }
    })
}

function textOf(blocks: readonly Block[]): string {
    return blocks.map((block) => (block.kind === "paragraph" ? block.inlines.map(inlineText).join("") : "")).join("\n")
}

function inlineText(inline: Inline): string {
    if (inline.kind === "text") return inline.text
    return inline.kind === "break" ? "\n" : "______"
}
