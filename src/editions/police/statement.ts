import { compareTimes, printBeijing, printChineseDate } from "../../base/text/time.ts"
import type { Statement } from "../../facts/case/fields.ts"
import { foreignTexts, isForeign } from "../../facts/case/foreign-text.ts"
import { idNumberCheck } from "../../facts/case/id-number.ts"
import { paidPart } from "../../facts/case/paid.ts"
import type { Case, IdKind } from "../../facts/case/schema.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import { see, sourceIs } from "../shared/basis.words.ts"
import { codesZh } from "../shared/code-words.ts"
import { uidZh } from "../shared/identifiers.ts"
import {
    CAUSE_ZH,
    eventZh,
    HOLDER_ZH,
    KEY_STATE_ZH,
    NO_PERMISSIONS,
    OWN_PROGRAM,
    TWO_FACTOR_ZH,
    thirdPartyOf,
} from "../shared/incident.words.ts"
import { lossPhrase } from "../shared/loss.ts"
import { matterZh, roleZh } from "../shared/matter.ts"
import { clockLines, numberSections, shown } from "../shared/print.ts"
import {
    deregistered,
    founded,
    heldBy,
    ID_ZH,
    NARRATIVE_ZH,
    NO_KEY,
    NO_RECORD_NAMED,
    NOT_CHINESE,
    OWN_ZH,
    queried,
    RELATION_UNSTATED,
    STATUS_ZH,
    TITLE_ZH,
} from "./statement.words.ts"

/** Police edition of what the victim states: facts and claims with their sources, no demands, no private notes. */

/** A sentence with its standing and its evidence behind it, as one note. */
function stated(statement: Statement): { text: string; note: string | undefined } {
    return { text: shown(statement.text), note: notesOn(statement.text, statement) }
}

/** What it rests on, and that nobody has translated it. */
export function notesOn(text: string, of: Backed): string | undefined {
    const notes = [isForeign(text) ? NOT_CHINESE : undefined, note(of)].filter((part) => part !== undefined)
    return notes.length === 0 ? undefined : notes.join("；")
}

interface Backed {
    readonly status?: Statement["status"]
    readonly source?: string | undefined
    readonly evidence?: readonly string[] | undefined
}

/** The standing that the reporter gave; a fact without any record is no more than what he or she says. */
export function standingZh({ status, source, evidence }: Backed): string | undefined {
    if (status === undefined) return undefined
    const hasRecord = source !== undefined || (evidence !== undefined && evidence.length > 0)
    return status === "fact" && !hasRecord ? NO_RECORD_NAMED : STATUS_ZH[status]
}

/** `报案人陈述；来源：…；见 E001、E002`, or `undefined` when nothing is said. */
export function note(of: Backed): string | undefined {
    const parts = [
        standingZh(of),
        of.source === undefined ? undefined : sourceIs(shown(of.source)),
        of.evidence === undefined || of.evidence.length === 0 ? undefined : see(of.evidence),
    ].filter((part) => part !== undefined)
    return parts.length === 0 ? undefined : parts.join("；")
}

/** Data of 情况说明 / 控告材料. */
export function statementView(facts: Case): object {
    const { reporter, account, incident, apiKey, twoFactor } = facts
    const narrative = facts.narrative ?? {}
    const role = roleZh(facts)
    const isAccuser = reporter.capacity === "accuser"
    const has = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0
    return {
        n: numberSections({
            reporter: true,
            account: true,
            summary: true,
            narrative: Object.values(narrative).some(has),
            timeline: has(facts.timeline),
            key: apiKey !== undefined || twoFactor !== undefined,
            reports: true,
            organisations: has(facts.organisations),
            wanted: true,
            originals: true,
            terms: has(facts.terms),
        }),
        title: TITLE_ZH[isAccuser ? "accuser" : "reporter"],
        isAccuser,
        foreign: foreignCount(facts, (part) => part !== "demands" && part !== "loss"),
        ref: facts.ref,
        matter: matterZh(facts),
        role,
        preparedOn: printChineseDate(facts.preparedAt),
        reporter: {
            name: shown(reporter.name),
            phone: shown(reporter.phone),
            idName: ID_ZH[idKindOf(reporter)],
            idNumber: shown(reporter.idNumber),
            address: shown(reporter.address),
            email: shown(reporter.email),
        },
        account: {
            holder: account.holder === undefined ? undefined : holderZh(account.holder, role),
            exchange: shown(account.exchange),
            uidName: uidZh(account.uid),
            uid: shown(account.uid),
            // A wallet of the holder's own was registered nowhere.
            email: isOwnWallet(facts) ? account.registeredEmail : shown(account.registeredEmail),
            subAccounts: account.subAccounts?.join("、"),
            products:
                isOwnWallet(facts) && account.products === undefined
                    ? undefined
                    : shown(codesZh("product", account.products ?? [])),
        },
        summary: {
            event: eventZh(
                incident.kind,
                role,
                account.holder === undefined ? undefined : HOLDER_ZH,
                isOwnWallet(facts),
            ),
            whose: account.holder === undefined ? OWN_ZH : HOLDER_ZH,
            cause: incident.cause === undefined ? undefined : CAUSE_ZH[incident.cause],
            paid: paidPart(incident.kind) !== "none",
            paidOnly: paidPart(incident.kind) === "all",
            device: incident.device === undefined ? undefined : shown(incident.device),
            first: operationView(incident.firstOperation),
            last: incident.lastOperation === undefined ? undefined : operationView(incident.lastOperation),
            noticed: printBeijing(incident.noticedAt),
            otherTimes: (incident.otherTimes ?? []).map((other) => ({
                at: printBeijing(other.at),
                source: shown(other.source),
                note: other.note === undefined ? undefined : shown(other.note),
            })),
        },
        lost: lossPhrase(facts),
        narrative: [
            [NARRATIVE_ZH.background, narrative.background],
            [NARRATIVE_ZH.cause, narrative.cause],
            [NARRATIVE_ZH.course, narrative.course],
            [NARRATIVE_ZH.result, narrative.result],
            [NARRATIVE_ZH.otherFacts, narrative.otherFacts],
        ].flatMap(([heading, list]) =>
            Array.isArray(list) && list.length > 0 ? [{ heading, statements: list.map(stated) }] : [],
        ),
        timeline: [...(facts.timeline ?? [])]
            .sort((a, b) => compareTimes(a.at, b.at))
            .map((entry) => ({
                ...clockLines(entry.at),
                what: shown(entry.what),
                note: notesOn(entry.what, entry) ?? "—",
            })),
        timelineUndrawn: undrawn(facts),
        hasUnknownZone: (facts.timeline ?? []).some(({ at }) => at.epochMs === undefined),
        hasKeyOrFactor: apiKey !== undefined || twoFactor !== undefined,
        hasKey: apiKey !== undefined,
        noKey: apiKey?.state === "none" ? NO_KEY : undefined,
        key: apiKey === undefined || apiKey.state === "none" ? undefined : keyView(apiKey),
        twoFactor:
            twoFactor === undefined
                ? undefined
                : {
                      enabled: TWO_FACTOR_ZH[twoFactor.enabled],
                      kinds: twoFactor.kinds === undefined ? undefined : shown(codesZh("factor", twoFactor.kinds)),
                      note: twoFactor.note === undefined ? undefined : shown(twoFactor.note),
                  },
        reports: facts.reports.map((report) => ({
            to: shown(report.to),
            at: report.at === undefined ? shown(undefined) : printBeijing(report.at),
            number: shown(report.number),
            result: shown(report.result),
            note: note({ evidence: report.evidence }) ?? "—",
        })),
        organisations: (facts.organisations ?? []).map((organisation) => ({
            name: shown(organisation.name),
            code: shown(organisation.creditCode),
            representative: shown(organisation.legalRepresentative),
            address: shown(organisation.address),
            status: shown(organisation.status),
            dates: [
                organisation.foundedOn === undefined ? undefined : founded(organisation.foundedOn.local),
                organisation.deregisteredOn === undefined ? undefined : deregistered(organisation.deregisteredOn.local),
            ]
                .filter((part) => part !== undefined)
                .join("，"),
            relation: shown(organisation.relation, RELATION_UNSTATED),
            source:
                shown(organisation.source) +
                (organisation.queriedOn === undefined ? "" : `（${queried(organisation.queriedOn.local)}）`),
        })),
        reportDetails:
            facts.reportDetails === undefined
                ? undefined
                : {
                      at: printBeijing(facts.reportDetails.occurredAt),
                      kinds: facts.reportDetails.kinds.map((kind) => shown(kind)).join("、"),
                      sites: (facts.reportDetails.sites ?? []).map((site) => ({
                          name: shown(site.name),
                          url: site.url,
                          service: shown(site.service),
                          app: shown(site.app),
                      })),
                  },
        wanted: facts.wanted.map((text) => ({ text: shown(text), note: notesOn(text, {}) })),
        originals: shown(facts.originals),
        originalsNote: notesOn(facts.originals, {}),
        terms: (facts.terms ?? []).map(({ term, meaning }) => ({ term: shown(term), meaning: shown(meaning) })),
    }
}

function holderZh({ name, relation }: NonNullable<Case["account"]["holder"]>, role: string): string {
    return heldBy(shown(name), role, shown(relation))
}

/** What is no number of a resident's card is called a paper of identity. */
function idKindOf({ idKind, idNumber }: Case["reporter"]): IdKind {
    return idKind ?? (idNumber === undefined || idNumberCheck(idNumber) !== "form" ? "resident" : "other")
}

/**
 * How many texts of the reporter's own are not Chinese; `undefined` for none.
 *
 * @param isIn - Whether a part of the case stands in the paper that is meant.
 */
export function foreignCount(facts: Case, isIn: (part: string) => boolean = () => true): string | undefined {
    const { length } = foreignTexts(facts).filter(({ path }) => isIn(String(path[0])))
    return length === 0 ? undefined : String(length)
}

/** How many entries of the timeline have no known instant; `undefined` for none. */
function undrawn({ timeline = [] }: Case): string | undefined {
    const count = timeline.filter(({ at }) => at.epochMs === undefined).length
    return count === 0 ? undefined : String(count)
}

function keyView(key: NonNullable<Case["apiKey"]>): object {
    return {
        thirdParty: shown(thirdPartyOf(key) ?? OWN_PROGRAM),
        connection: shown(key.connection),
        label: key.label === undefined ? undefined : shown(key.label),
        lastCharacters: key.lastCharacters,
        createdAt: key.createdAt === undefined ? undefined : printBeijing(key.createdAt),
        permissions: shown(codesZh("permission", key.permissions), NO_PERMISSIONS),
        state: KEY_STATE_ZH[key.state] + (key.stateAt === undefined ? "" : `，${printBeijing(key.stateAt)}`),
        note: note(key),
    }
}

function operationView(operation: Case["incident"]["firstOperation"]): {
    beijing: string
    utc: string
    what: string
    note: string
} {
    return {
        ...clockLines(operation.at),
        what: shown(operation.what),
        note: notesOn(operation.what, operation) ?? "—",
    }
}
