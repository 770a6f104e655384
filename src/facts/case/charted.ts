import { memberOf } from "../../base/value.ts"
import { settle } from "./form/settle.ts"
import { askedAbout } from "./police-edition.ts"
import { type Case, caseSchema } from "./schema.ts"

/** What charts are drawn of. */
export interface Charted {
    readonly timeline?: Case["timeline"]
    readonly loss: Pick<Case["loss"], "before" | "after">
}

/**
 * The same of answers that are not complete: entries that are right by themselves, without those that are left out of
 * every paper. What is half typed is passed over; findings name it.
 */
export function chartedSoFar(answers: unknown): Charted {
    const settled = settle(answers)
    const { timeline, loss } = caseSchema.shape
    const event = timeline.unwrap().element
    const entries = memberOf(settled, "timeline")
    const events = (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
        const read = event.safeParse(entry)
        const isShown = read.success && (read.data.policeToo === "yes" || askedAbout(read.data.what) === undefined)
        return isShown ? [read.data] : []
    })
    const given = memberOf(settled, "loss")
    const before = loss.shape.before.safeParse(memberOf(given, "before")).data
    const after = loss.shape.after.safeParse(memberOf(given, "after")).data
    return {
        timeline: events,
        loss: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
    }
}
