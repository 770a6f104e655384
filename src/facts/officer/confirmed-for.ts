import { type Issue, issue } from "../../base/issue.ts"
import type { OfficerSoFar } from "./officer.ts"

/** What was found out at one desk says nothing of another: an officer's form is used again for a second one. */

const AT_A_DESK = ["channelConfirmed", "mailboxAccepted", "identityReplaced"] as const

/** Officer data without what was confirmed for another desk than the one that is asked. */
export function confirmedHere<Data extends OfficerSoFar>(officer: Data, desk: string): Data {
    if (officer.confirmedFor === undefined || officer.confirmedFor === desk) return officer
    const elsewhere: readonly string[] = AT_A_DESK
    return Object.fromEntries(Object.entries(officer).filter(([key]) => !elsewhere.includes(key))) as Data
}

/**
 * Says what {@link confirmedHere} leaves out, and where nobody can know for which desk it was confirmed.
 *
 * @param desk - Id of the desk that is asked.
 * @param ofCase - Id of the desk that the case names: another one was chosen by the officer.
 */
export function confirmedForIssues(file: string, officer: OfficerSoFar, desk: string, ofCase: string): Issue[] {
    const { confirmedFor } = officer
    const path = [file, "confirmedFor"]
    if (AT_A_DESK.every((key) => officer[key] === undefined) || confirmedFor === desk) return []
    if (confirmedFor !== undefined)
        return [issue("request.confirmed.other-desk", path, { found: confirmedFor, desk }, "warning")]
    return desk === ofCase ? [] : [issue("request.confirmed.unnamed", path, { desk }, "warning")]
}
