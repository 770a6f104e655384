import { type Issue, issue } from "../../base/issue.ts"
import type { DatedAct } from "../../base/issues/sealing.ts"
import { beijingWall, type Time } from "../../base/text/time.ts"
import type { Officer } from "./officer.ts"

/** Dates of a request that cannot be: what rests on another act is never older than it. */

interface Act {
    readonly act: DatedAct
    /** `2023-05-05`, in China. */
    readonly on: string
    readonly field: readonly string[]
}

/** `request.dates.order` for each act that is dated before what it rests on. Dates that are not there are passed over. */
export function checkDateOrder(file: string, officer: Officer): Issue[] {
    const { caseNumbers = {}, approval = {}, instrument = {}, letter = {}, request = {} } = officer
    const completed = act("completed", officer.completedAt, ["completedAt"])
    const receipt = act("receipt", caseNumbers.receiptOn, ["caseNumbers", "receiptOn"])
    // Before filing a police station may verify (art. 174): then no filing is older than the approval.
    const filing =
        officer.investigation?.stage === "verification"
            ? undefined
            : act("filing", caseNumbers.filingOn, ["caseNumbers", "filingOn"])
    const approved = act("approval", approval.date, ["approval", "date"])
    const county = act("countyHead", approval.countyHead?.date, ["approval", "countyHead", "date"])
    const paper = act("instrument", instrument.date, ["instrument", "date"])
    const sealed = act("letter", letter.date, ["letter", "date"])
    const chains: readonly (readonly (Act | undefined)[])[] = [
        [receipt, filing, approved, paper, sealed, completed],
        county === undefined ? [] : [filing, county, paper],
        [completed, act("replyBy", request.replyBy, ["request", "replyBy"])],
        [completed, act("term", request.freeze?.until, ["request", "freeze", "until"])],
        [completed, act("term", request.dataFreeze?.until, ["request", "dataFreeze", "until"])],
        ...[
            act("mailbox", officer.mailboxAccepted?.on, ["mailboxAccepted", "on"]),
            act("channel", officer.channelConfirmed?.on, ["channelConfirmed", "on"]),
            act("replaced", officer.identityReplaced?.on, ["identityReplaced", "on"]),
            act("identity", officer.identityApproval?.date, ["identityApproval", "date"]),
            act("assessment", officer.exportAssessment?.on, ["exportAssessment", "on"]),
            act("consent", officer.consent?.on, ["consent", "on"]),
            act("treaty", request.preservation?.treaty?.date, ["request", "preservation", "treaty", "date"]),
            act("confirmed", request.freeze?.confirmedBy?.on, ["request", "freeze", "confirmedBy", "on"]),
        ].map((one) => [one, completed]),
    ]
    return chains.flatMap((chain) => {
        const known = chain.filter((one) => one !== undefined)
        return known.slice(1).flatMap((later, i) => {
            const earlier = known[i]
            if (earlier === undefined || earlier.on <= later.on) return []
            // The place is the field that can be wrong: the time of completion is today's.
            const { field } = later.act === "completed" ? earlier : later
            const params = { earlier: earlier.act, earlierOn: earlier.on, later: later.act, laterOn: later.on }
            return [issue("request.dates.order", [file, ...field], params)]
        })
    })
}

function act(name: DatedAct, time: Time | undefined, field: readonly string[]): Act | undefined {
    if (time === undefined) return undefined
    return { act: name, on: (beijingWall(time) ?? time.local).slice(0, 10), field }
}
