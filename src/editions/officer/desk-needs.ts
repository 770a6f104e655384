import { type Issue, issue } from "../../base/issue.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { recipientIdentifiers } from "../recipient/identifiers.ts"
import { chosenGroups } from "../recipient/scope.ts"
import { labels } from "./checklist-cells.ts"

/** What agencies of public security are called. */
const POLICE = /公安|派出所|刑侦|网安|缉私/

/** What a desk would write back for: said before the letter is printed, since what is filled in later is not on it. */
export function checkDeskNeeds(file: string, facts: Case, recipient: Recipient, officer: Officer): Issue[] {
    const { agency = {}, request = {} } = officer
    const issues: Issue[] = []
    const say = (found: Issue): void => void issues.push(found)
    if (agency.nameZh !== undefined && !POLICE.test(agency.nameZh))
        say(issue("sending.agency.not-police", [file, "agency", "nameZh"], { found: agency.nameZh }, "warning"))
    const blank = blankOf(officer)
    if (blank.length > 0)
        say(issue("sending.investigation.missing", [file, "investigation"], { fields: labels(blank) }, "warning"))
    const { instrument, provides } = typeOf(officer)
    if (provides && request.replyBy === undefined)
        say(issue("sending.reply-by.missing", [file, "request", "replyBy"], {}, "warning"))
    const unrendered = unrenderedNumbers(officer).filter(
        (field) => instrument !== undefined || !field.startsWith("instrument."),
    )
    const [first = ""] = unrendered
    const { stage } = officer.investigation ?? {}
    const { filingNumber, filingOn } = officer.caseNumbers ?? {}
    const at = [file, "investigation", "stage"]
    if (stage !== undefined && stage !== "filed" && (filingNumber ?? filingOn) !== undefined)
        say(issue("sending.investigation.filed", at, {}, "warning"))
    if (stage === "filed" && filingNumber === undefined)
        say(issue("sending.investigation.no-filing", [file, "caseNumbers", "filingNumber"], {}, "warning"))
    if (unrendered.length > 0)
        say(issue("sending.number.rendering", [file, ...first.split(".")], { fields: labels(unrendered) }, "warning"))
    if (agency.website === undefined)
        say(issue("sending.authenticate.nothing", [file, "agency", "website"], {}, "warning"))
    const asked = chosenGroups(facts, recipient, officer).map(({ id }) => id)
    const known = recipient.dataGroups.map(({ id }) => id)
    for (const found of Object.keys(request.periods ?? {}))
        if (known.includes(found) && !asked.includes(found))
            say(issue("sending.period.group-unused", [file, "request", "periods", found], { found }, "warning"))
    return [...issues, ...unplacedLabels(file, facts, recipient, officer)]
}

/** Paths of what the officer left blank about the investigation; without an instrument no law has to be named. */
function blankOf(officer: Officer): readonly string[] {
    const { investigation = {} } = officer
    const law = typeOf(officer).instrument === undefined ? [] : (["legalBasisZh", "legalBasisEn"] as const)
    const fields = ["stage", "offenceZh", "offenceEn", ...law] as const
    return fields.filter((field) => investigation[field] === undefined).map((field) => `investigation.${field}`)
}

/** Paths of English renderings that a Chinese number lacks. */
function unrenderedNumbers({ instrument = {}, caseNumbers = {}, letter = {} }: Officer): readonly string[] {
    const numbers: readonly (readonly [path: string, number: string | undefined, rendering: string | undefined])[] = [
        ["letter.numberEn", letter.number, letter.numberEn],
        ["caseNumbers.caseNumberEn", caseNumbers.caseNumber, caseNumbers.caseNumberEn],
        ["caseNumbers.filingNumberEn", caseNumbers.filingNumber, caseNumbers.filingNumberEn],
        ["instrument.numberEn", instrument.number, instrument.numberEn],
    ]
    return numbers
        .filter(([, number, rendering]) => rendering === undefined && /\p{Script=Han}/u.test(number ?? ""))
        .map(([path]) => path)
}

/** English names that the officer gave to what is no fact of the request. */
function unplacedLabels(file: string, facts: Case, recipient: Recipient, officer: Officer): Issue[] {
    const { labels: given = [] } = officer.request ?? {}
    const printed = new Set(
        recipientIdentifiers(facts, recipient, officer).flatMap(({ rows }) => rows.flatMap((row) => row.map(String))),
    )
    return given.flatMap(({ labelEn, fact }, i) =>
        printed.has(labelEn)
            ? []
            : [issue("sending.label.unknown", [file, "request", "labels", i], { found: fact }, "warning")],
    )
}
