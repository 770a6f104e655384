import { parseTime, printBeijing, rfc3339, type Time } from "../../base/text/time.ts"
import { hasHash } from "../../facts/case/account-number.ts"
import { foreignTexts } from "../../facts/case/foreign-text.ts"
import { paidPart } from "../../facts/case/paid.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { onlyWeak, type ReceivedRecord, statedOf } from "../../facts/officer/received-record.ts"
import { wasEntered } from "../../facts/recipients/data-groups.ts"
import { citeIds } from "../shared/citations.ts"
import type { EvidenceItem } from "../shared/evidence-item.ts"
import { shown } from "../shared/print.ts"
import * as words from "./court-sheet.words.ts"
import { RECORDED, TRANSLATION, WAY } from "./foreign-note.words.ts"

/** 庭前准备, for the officer and the prosecutor: ten questions, what the packet says to each, where, and its limit. */

/** What a packet holds, layer by layer. */
export interface CourtFacts {
    readonly facts: Case
    readonly items: readonly EvidenceItem[]
    readonly ledger: LedgerRecord | undefined
    readonly requests: readonly { readonly layer: number; readonly no: number; readonly officer: Officer }[]
    readonly answers: readonly { readonly layer: number; readonly record: ReceivedRecord }[]
    readonly codes: readonly { readonly layer: number; readonly code: string }[]
}

/** Data of 庭前准备. */
export function courtSheetView(of: CourtFacts, laws: Laws): object {
    return {
        ref: of.facts.ref,
        compiledOn: laws.compiledOn,
        rows: words.QUESTION_IDS.map((id, i) => {
            const { question, where, limit, law } = words.QUESTIONS[id]
            const answers = ANSWERS[id](of).filter((line) => line !== "")
            const cited = law.length === 0 ? "" : `（${citeIds(laws, law)}）`
            return {
                number: String(i + 1),
                question,
                answers: (answers.length === 0 ? [words.NONE] : answers).map((text) => ({ text })),
                where: [where, ...ofLedger(id, of, words.LEDGER_WHERE), ...answersWhere(id, of)].join("；"),
                limit:
                    [
                        ...ofLedger(id, of, words.LEDGER_LIMIT[paidPart(of.facts.incident.kind)]),
                        ...ofOwner(id, of),
                        limit,
                    ].join("；") + cited,
            }
        }),
    }
}

/** What is so of the loss only where exports were read. */
function ofLedger(id: words.QuestionId, { ledger }: CourtFacts, said: string): readonly string[] {
    return id === "loss" && ledger !== undefined ? [said] : []
}

/** Whose account it is rests on the reporter alone only until a desk has answered. */
function ofOwner(id: words.QuestionId, { answers }: CourtFacts): readonly string[] {
    if (id !== "account") return []
    return [answers.length === 0 ? words.OWNER_STATED : words.OWNER_ANSWERED]
}

/** Answers of desks stand in their own layers. */
function answersWhere(id: words.QuestionId, { answers }: CourtFacts): readonly string[] {
    const isAbout = ["taker", "time", "origin", "persons", "hash", "limits", "translation"].includes(id)
    return isAbout ? answers.map(({ layer }) => words.ofAnswer(layer)) : []
}

const ANSWERS: Readonly<Record<words.QuestionId, (of: CourtFacts) => readonly string[]>> = {
    taker: ({ facts, items, answers }) => {
        const exports = items.filter(({ entry }) => entry.folder === "exports").length
        const makers = distinct(items.map(({ maker }) => maker))
        return [
            words.takenByReporter(shown(facts.reporter.name), exports, items.length - exports, makers),
            ...answers.map(({ layer, record }) => words.takenByOfficers(layer, record.files.length, namesOf(record))),
        ]
    },
    time: ({ facts, items, requests, answers }) => {
        const times = items.map(({ entry }) => entry.importedAt).sort((a, b) => Date.parse(a) - Date.parse(b))
        const [first, last] = [times[0], times.at(-1)]
        return [
            first === undefined || last === undefined
                ? ""
                : words.registered(moment(first), moment(last), printBeijing(facts.preparedAt)),
            ...byLayer([
                ...requests.map(({ layer, no, officer }) => ({
                    layer,
                    text: words.requested(layer, no, printBeijing(officer.completedAt)),
                })),
                ...answers.map(({ layer, record }) => ({
                    layer,
                    text: words.cameAt(layer, moment(record.receivedAt), moment(record.extractedAt)),
                })),
            ]),
            ...outOfOrder([
                { layer: 1, at: rfc3339(facts.preparedAt) ?? "" },
                ...requests.map(({ layer, officer }) => ({ layer, at: rfc3339(officer.completedAt) ?? "" })),
                ...answers.map(({ layer, record }) => ({ layer, at: record.extractedAt })),
            ]),
        ]
    },
    origin: ({ items, answers }) => {
        const without = items.filter(({ originalAt }) => originalAt.trim() === "").length
        return [
            words.sources(distinct(items.map(({ source }) => source))),
            words.originals(distinct(items.map(({ originalAt }) => originalAt)), without),
            ...answers.map(({ layer, record: { from, way, place } }) =>
                words.cameFrom(layer, shown(from), way === undefined ? "" : WAY[way], shown(place)),
            ),
        ]
    },
    persons: ({ answers }) => [
        words.REPORTER_ALONE,
        ...answers.map(({ layer, record }) =>
            words.twoOfficers(
                layer,
                namesOf(record),
                shown(record.witness, words.NOT_SAID),
                record.recorded === undefined ? words.NOT_SAID : RECORDED[record.recorded],
            ),
        ),
    ],
    hash: ({ codes, answers }) => [
        words.EACH_FILE,
        ...byLayer([
            ...codes.map(({ layer, code }) => ({ layer, text: words.code(layer, code) })),
            ...answers.map(({ layer, record: { files } }) => {
                const stated = files.map(statedOf).filter((all) => all.length > 0)
                const agree = stated.filter((all) => all.every(({ agrees }) => agrees)).length
                const weak = files.filter(onlyWeak).length
                const counts = { agree, differ: stated.length - agree, without: files.length - stated.length, weak }
                return { layer, text: words.statedHashes(layer, counts) }
            }),
        ]),
    ],
    limits: ({ answers }) =>
        answers.length === 0
            ? [words.NO_ANSWER]
            : answers.map(({ layer, record: { limits } }) =>
                  words.limitsOf(
                      layer,
                      limits.stated === "none" ? words.WITHOUT_LIMITS : words.withLimits(shown(limits.text)),
                  ),
              ),
    account: ({ facts: { account }, answers }) => {
        const ids = [
            ...(account.uid === undefined ? [] : [`${words.account.uid} ${shown(account.uid)}`]),
            ...(account.registeredEmail === undefined
                ? []
                : [`${words.account.email} ${shown(account.registeredEmail)}`]),
        ]
        const { holder } = account
        return [
            words.stated(shown(account.exchange), ids),
            holder === undefined ? "" : words.heldBy(shown(holder.name), shown(holder.relation)),
            words.answersOf(answers.length),
        ]
    },
    loss: ({ facts: { loss }, ledger }) => [
        ...(loss.method === undefined ? [] : [words.method(shortened(shown(loss.method)))]),
        ledger === undefined
            ? words.NO_LEDGER
            : words.chosen(ledger.events.chosenBy, ledger.events.count, ledger.files.length),
    ],
    open: ({ facts, requests, answers }) => {
        const { incident, transfers = [] } = facts
        const answered = new Set(answers.map(({ record }) => record.request.no))
        const silent = requests.filter(({ no }) => !answered.has(no)).map(({ no }) => no)
        // A fact that several requests leave out is one fact.
        const aside = new Set(requests.flatMap(({ officer }) => officer.factsNotUsed ?? [])).size
        return [
            wasEntered(facts) ? words.OPERATOR : "",
            incident.kind.includes("payment-by-deception") ? words.RECEIVER : "",
            words.transfers(transfers.length, transfers.filter(hasHash).length),
            silent.length === 0 ? "" : words.unanswered(silent),
            ...answers.flatMap(({ layer, record: { outstanding, request } }) => {
                const later = answers.filter((one) => one.layer > layer && one.record.request.no === request.no)
                const then = later.map((one) => one.layer)
                return outstanding === undefined ? [] : [words.outstanding(layer, shown(outstanding), then)]
            }),
            aside === 0 ? "" : words.setAside(aside),
        ]
    },
    translation: ({ facts, items, answers }) => [
        words.foreign(
            items.filter(({ foreign }) => foreign === true).length,
            items.filter(({ foreign }) => foreign === undefined).length,
        ),
        ...[foreignTexts(facts).length].flatMap((count) => (count === 0 ? [] : [words.notChinese(count)])),
        ...answers.map(({ layer, record: { translation } }) =>
            words.limitsOf(layer, translation === undefined ? words.NOT_SAID : TRANSLATION[translation]),
        ),
    ],
}

/** Requests and answers take turns: what is told of each stands in the order of their layers. */
const byLayer = (lines: readonly { readonly layer: number; readonly text: string }[]): readonly string[] =>
    [...lines].sort((a, b) => a.layer - b.layer).map(({ text }) => text)

/** Layers whose time lies before that of the one below, as on machines of which one has a wrong clock. */
function outOfOrder(times: readonly { readonly layer: number; readonly at: string }[]): readonly string[] {
    const sorted = [...times].sort((a, b) => a.layer - b.layer)
    return sorted.flatMap(({ layer, at }, i) => {
        const before = sorted[i - 1]
        const isBefore = before !== undefined && Date.parse(at) < Date.parse(before.at)
        return isBefore ? [words.beforeLayer(layer, before.layer)] : []
    })
}

const namesOf = ({ officers }: ReceivedRecord): string => officers.map((name) => shown(name)).join("、")

const distinct = (texts: readonly string[]): readonly string[] => [
    ...new Set(texts.filter((text) => text.trim() !== "").map((text) => shown(text))),
]

function moment(text: string): string {
    const time: Time | string = parseTime(text)
    return typeof time === "string" ? text : printBeijing(time)
}

const LONGEST = 120

function shortened(text: string): string {
    const characters = [...text]
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text
}
