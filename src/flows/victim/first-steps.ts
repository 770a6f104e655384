import type { Host } from "../../base/host.ts"
import { parseTime } from "../../base/text/time.ts"
import { newFirstHourView } from "../../editions/victim/keeping.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import type { Block, Inline } from "../../typeset/document/blocks.ts"
import { renderModel } from "../print/compose.ts"

/** 现在就做 as a list to tick, for a shell that shows it: the same template as the page to print. */

/** One thing to do at once. */
export interface Step {
    readonly title: string
    readonly text: string
}

/** The steps for somebody who has only just begun. `now` is RFC 3339 with offset. */
export function firstSteps(host: Host, now: string): readonly Step[] {
    const at = parseTime(now)
    if (typeof at === "string") throw new RangeError(`no time: ${now}`)
    const data = newFirstHourView("", at, readLaws(host.asset("legal/laws.yaml")))
    const { blocks } = renderModel(host, "zh-CN/first-hour", data)
    return blocks.flatMap((block) =>
        block.kind === "table"
            ? block.body.map(({ cells }) => ({
                  title: cells
                      .filter(({ header }) => header)
                      .map(({ blocks: own }) => textOf(own))
                      .join(""),
                  text: textOf(cells.at(-1)?.blocks ?? []),
              }))
            : [],
    )
}

function textOf(blocks: readonly Block[]): string {
    return blocks.map((block) => (block.kind === "paragraph" ? block.inlines.map(inlineText).join("") : "")).join("\n")
}

function inlineText(inline: Inline): string {
    if (inline.kind === "text") return inline.text
    return inline.kind === "break" ? "\n" : "______"
}
