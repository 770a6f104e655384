import type { Issue, IssuePath } from "../../base/issue.ts"
import { oneLine } from "../../base/text/hygiene.ts"
import { parseTime, printBeijing } from "../../base/text/time.ts"
import { checkConsistency } from "../../facts/case/consistency.ts"
import { findDiscrepancies } from "../../facts/case/discrepancies.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { orderField, side } from "../../messages/ledger-case.ts"
import { basisText } from "../shared/basis.ts"
import { type EvidenceItem, takenInLater } from "../shared/evidence-item.ts"
import { matterZh } from "../shared/matter.ts"
import { money, shown } from "../shared/print.ts"
import * as words from "./items-to-verify.words.ts"
import { positionsView } from "./positions.ts"

/**
 * 需要核实的事项: places of the case that say the same thing differently, each with both sources, as plain facts. It
 * finds nothing against anybody and draws no conclusion.
 */

interface Item {
    readonly what: string
    readonly first: string
    readonly firstSource: string
    readonly second: string
    readonly secondSource: string
}

/** Data of 需要核实的事项; `undefined` where nothing was found. */
export function itemsToVerifyView(
    facts: Case,
    evidence: readonly EvidenceItem[],
    exports?: CaseLedger,
): object | undefined {
    const items = [
        ...discrepancies(facts),
        ...againstExports(facts, exports?.contradictions ?? []),
        ...consistency(facts),
        ...sameBytes(evidence),
        ...takenIn(facts, evidence),
        ...disputed(facts),
    ]
    if (items.length === 0) return undefined
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        count: String(items.length),
        // Whether rows of exports were read at all.
        exports: (exports?.ledger.readings.length ?? 0) > 0,
        items: items.map((item, i) => ({ number: String(i + 1), ...item })),
    }
}

/** Differences within the case, each with the sources of both sides. */
function discrepancies(facts: Case): Item[] {
    return findDiscrepancies(facts, (path) => path).flatMap(({ found, first, second }) => {
        const [what, labels] = words.DISCREPANCY[found.code] ?? []
        if (what === undefined || labels === undefined) return []
        return {
            what: what({ ...found.params }),
            first: labelledBy(labels[0], first.text),
            firstSource: sourcesOf(facts, first.places),
            second: labelledBy(labels[1], second.text),
            secondSource: sourcesOf(facts, second.places),
        }
    })
}

/** What was typed against what the rows of the exports show, with what the reporter says to it. */
function againstExports(facts: Case, found: readonly Issue[]): Item[] {
    return found.flatMap((one): Item[] => {
        const read = words.CONTRADICTION[one.code]?.(printedParams(one))
        if (read === undefined) return []
        const id = "id" in one.params ? String(one.params.id) : ""
        const answers = (facts.findingAnswers ?? []).filter(({ finding }) => finding.trim().toUpperCase() === id)
        return [
            {
                what: read.what,
                first: read.stated,
                firstSource: [words.TYPED, ...answers.map(({ answer }) => words.answered(shown(answer)))].join("；"),
                second: read.recorded,
                secondSource: read.place,
            },
        ]
    })
}

/** Values as papers print them. */
function printedParams({ code, params }: Issue): Readonly<Record<string, unknown>> {
    if (code !== "ledger.case.order") return { ...params }
    const { field, stated, recorded } = params
    return { ...params, field: orderField(field)["zh-CN"], stated: side(stated), recorded: side(recorded) }
}

function labelledBy(label: string | undefined, text: string): string {
    return label === undefined || label === "" ? text : words.labelled(label, text)
}

/** Places in the words of the documents, each once; of many the first ones and their number. */
function sourcesOf(facts: Case, places: readonly IssuePath[]): string {
    const all = [...new Set(places.map((path) => placeOf(facts, path)))]
    return all.length <= MOST_SOURCES
        ? all.join("；")
        : words.andMore(all.slice(0, MOST_SOURCES).join("；"), all.length)
}
const MOST_SOURCES = 4

/** Files that were taken in after the time at which the materials are said to have been made. */
function takenIn({ preparedAt }: Case, evidence: readonly EvidenceItem[]): Item[] {
    const later = takenInLater(preparedAt, evidence)
    const [first] = later
    if (first === undefined) return []
    return [
        {
            what: words.MADE_AND_TAKEN_IN,
            first: words.madeAt(printBeijing(preparedAt)),
            firstSource: words.MADE_AT_SOURCE,
            second: words.takenInAt(printBeijing(first.at)),
            secondSource: words.takenInSource(later.map(({ label }) => label)),
        },
    ]
}

/** Findings of the case's own check, told as two ways of reading the same place. */
function consistency(facts: Case): Item[] {
    const all = checkConsistency(facts, (path) => path)
    const zones = all.filter(({ code }) => code === "case.time.zone-unknown")
    return all.flatMap((found): Item[] => {
        const where = placeOf(facts, found.path)
        switch (found.code) {
            case "case.time.zone-unknown":
                // One cause, however many times are without a zone.
                return found === zones[0]
                    ? [
                          unknownZone(
                              found.params.found,
                              sourcesOf(
                                  facts,
                                  zones.map(({ path }) => path),
                              ),
                              zones.length,
                          ),
                      ]
                    : []
            case "case.time.order":
                return [
                    {
                        what: words.TIME_ORDER,
                        first: found.params.first,
                        firstSource: words.FIRST_OPERATION,
                        second: found.params.second,
                        secondSource: where,
                    },
                ]
            case "case.credit-code.form":
            case "case.credit-code.check-character":
                return [
                    {
                        what: words.CREDIT_CODE,
                        first: found.params.found,
                        firstSource: where,
                        second:
                            found.code === "case.credit-code.form"
                                ? words.CREDIT_CODE_FORM
                                : words.creditCodeCheck(found.params.expected),
                        secondSource: words.CREDIT_CODE_SOURCE,
                    },
                ]
            default:
                return []
        }
    })
}

/** A wall clock without a zone, read both ways. */
function unknownZone(local: string, where: string, count: number): Item {
    const read = (zone: string): string => {
        const time = parseTime(local, zone)
        return typeof time === "string" ? local : printBeijing(time)
    }
    return {
        what: words.zoneUnstated(count),
        first: words.ifBeijing(local, read("+08:00")),
        firstSource: where,
        second: words.ifUtc(local, read("UTC")),
        secondSource: where,
    }
}

/** A place of the case in the words of its documents, with what it rests on. */
function placeOf(facts: Case, path: IssuePath): string {
    const [top = "", second = ""] = path
    const index = typeof second === "number" ? second : -1
    const resting = (name: string, entry: Parameters<typeof basisText>[0] | undefined): string =>
        entry?.source === undefined && entry?.evidence === undefined ? name : words.resting(name, basisText(entry))
    switch (top) {
        case "orders":
            return resting(
                words.order(facts.orders?.[index]?.orderId ?? facts.orders?.[index]?.symbol ?? ""),
                facts.orders?.[index],
            )
        case "transfers":
            return resting(transferName(facts.transfers?.[index]), facts.transfers?.[index])
        case "timeline": {
            const entry = facts.timeline?.[index]
            return resting(words.labelled(words.TIMELINE, shown(entry?.what)), entry)
        }
        case "reports":
            return words.labelled(words.REPORTS, shown(facts.reports[index]?.to))
        case "organisations":
            return resting(shown(facts.organisations?.[index]?.name), facts.organisations?.[index])
        case "contacts":
            return resting(words.labelled(words.CONTACT, shown(facts.contacts?.[index]?.name)), facts.contacts?.[index])
        case "emails":
        case "ips":
            return resting(
                words.labelled(words.PLACE_ZH[top] ?? "", shown(facts[top]?.[index]?.address)),
                facts[top]?.[index],
            )
        case "incident":
            return incidentPlace(facts, path)
        case "loss":
            return lossPlace(facts, path)
        case "statedCounts":
            return resting(words.STATED_COUNT, facts.statedCounts?.[index])
        default:
            return words.PLACE_ZH[`${String(top)}.${String(second)}`] ?? words.PLACE_ZH[String(top)] ?? words.SOME_PLACE
    }
}

function incidentPlace({ incident }: Case, [, field, i]: IssuePath): string {
    if (field === "firstOperation") return basisText(incident.firstOperation)
    if (field === "lastOperation" && incident.lastOperation !== undefined) return basisText(incident.lastOperation)
    const other = field === "otherTimes" ? incident.otherTimes?.[Number(i)] : undefined
    if (other !== undefined)
        return shown(other.source) + (other.note === undefined ? "" : words.remark(shown(other.note)))
    return words.PLACE_ZH[`incident.${String(field)}`] ?? words.SOME_PLACE
}

function lossPlace({ loss }: Case, [, field, i]: IssuePath): string {
    if (field === "before" || field === "after") return loss[field] === undefined ? "" : basisText(loss[field])
    if (field === "netLoss" && loss.netLoss !== undefined) return basisText(loss.netLoss)
    if (field === "equivalents") return basisText(loss.equivalents?.[Number(i)] ?? {})
    return words.LOSS_DOCUMENT
}

function transferName(transfer: NonNullable<Case["transfers"]>[number] | undefined): string {
    return transfer === undefined ? words.TRANSFER : words.transferOf(money(transfer.value))
}

/** Two files of the evidence with the same bytes. */
function sameBytes(evidence: readonly EvidenceItem[]): Item[] {
    const seen = new Map<string, EvidenceItem>()
    // That nothing is in a file is no likeness.
    return evidence
        .filter(({ entry }) => entry.sizeBytes > 0)
        .flatMap((item): Item[] => {
            const before = seen.get(item.entry.sha256)
            seen.set(item.entry.sha256, before ?? item)
            if (before === undefined) return []
            const tell = (one: EvidenceItem): string => `${one.entry.label} ${oneLine(one.entry.originalName)}`
            return [
                {
                    what: words.SAME_BYTES,
                    first: tell(before),
                    firstSource: shown(before.source),
                    second: tell(item),
                    secondSource: shown(item.source),
                },
            ]
        })
}

/** Statements on which accounts differ, and the parties' statements as a whole. */
function disputed(facts: Case): Item[] {
    const statements = [
        ...Object.values(facts.narrative ?? {}).flatMap((list) => list ?? []),
        ...(facts.timeline ?? []).map(({ what, ...entry }) => ({ ...entry, text: what })),
    ].filter(({ status }) => status === "disputed")
    const items = statements.map((statement): Item => {
        const { text, source, evidence } = statement
        return {
            what: words.DISPUTED,
            first: shown(text),
            firstSource: `${words.REPORTER}；${basisText({ source, evidence })}`,
            second: positionsView(facts) === undefined ? words.OTHERS_ABSENT : words.OTHERS_ELSEWHERE,
            secondSource: "—",
        }
    })
    return items
}
