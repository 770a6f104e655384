import { compareTimes } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { basisText } from "../shared/basis.ts"
import { matterZh, roleZh } from "../shared/matter.ts"
import { clockLines, shown } from "../shared/print.ts"
import { notesOn, standingZh } from "./statement.ts"

/** 时间顺序 and 诉求: parts of the reporter's statement that stand in a document of their own. */

/** Data of 时间顺序; `undefined` where the case has no timeline. */
export function timelineView(facts: Case): object | undefined {
    if (facts.timeline === undefined || facts.timeline.length === 0) return undefined
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        hasStanding: facts.timeline.some(({ status }) => status !== undefined),
        rows: [...facts.timeline]
            .sort((a, b) => compareTimes(a.at, b.at))
            .map((entry) => ({
                ...clockLines(entry.at),
                what: shown(entry.what),
                standing: standingZh(entry),
                basis: basisText(entry),
            })),
    }
}

/** Data of 诉求, for the police alone; `undefined` where the case has none. */
export function demandsView(facts: Case): object | undefined {
    if (facts.demands === undefined || facts.demands.length === 0) return undefined
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        role: roleZh(facts),
        demands: facts.demands.map((demand) => ({
            text: shown(demand.text),
            note: notesOn(demand.text, { source: demand.source, evidence: demand.evidence }),
        })),
    }
}
