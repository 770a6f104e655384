import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, issue } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { precisionMs } from "../../base/text/time.ts"
import { extendCase, type LoadedCase } from "../../facts/case/load.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { LockEntry } from "../../facts/evidence/lock.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { citedEntries } from "../../facts/ledger/cited-rows.ts"
import { compareCase } from "../../facts/ledger/compare.ts"
import { ledgerIssues } from "../../facts/ledger/findings.ts"
import { readLedger } from "../../facts/ledger/ledger.ts"
import { type LedgerOptions, moveKey } from "../../facts/ledger/options.ts"
import type { ExportFile } from "../../facts/ledger/read-file.ts"
import type { ExportAnswer } from "../../facts/ledger/reading.ts"
import { reckon } from "../../facts/ledger/reckon.ts"
import { findSignals } from "../../facts/ledger/signals.ts"
import { openAll } from "../../facts/ledger/zip-members.ts"
import { quantityOf } from "../../facts/money/stated.ts"
import { exchangeOfCase } from "../../facts/recipients/platform.ts"

/** The reckoning of a case, with the entries that stand in its exports. */
export interface LedgerOfCase extends CaseLedger {
    readonly loaded: LoadedCase
    readonly issues: readonly Issue[]
}

/** Reads the exports of a case that was read without errors. */
export async function ledgerOfCase(
    loaded: LoadedCase,
    entries: readonly LockEntry[],
    sources: ReadonlyMap<string, ByteSource>,
    host: Host,
): Promise<LedgerOfCase> {
    const { case: facts, at } = loaded
    const options = {
        ...ledgerOptions(facts, host),
        typedOrders: orderNumbers(facts),
        typedTransfers: transferKeys(facts),
    }
    const exports = await reckonExports(exportFiles(entries, sources), options)
    const { ledger, reckoning, signals } = exports
    const cited = citedEntries(facts, ledger, at)
    const extended = extendCase(loaded, cited, ["exportRows"])
    const compared = compareCase(extended.loaded.case, ledger, reckoning, signals, extended.loaded.at)
    const issues = [...ledgerIssues(ledger, reckoning, options), ...cited.issues, ...extended.issues, ...compared]
    return {
        ...exports,
        contradictions: compared,
        loaded: hasErrors(extended.issues) ? loaded : extended.loaded,
        issues: [...issues, ...strayAnswers(facts, compared, at)],
    }
}

/** Reads export files and reckons with them, whatever is known of the case. */
export async function reckonExports(given: readonly ExportFile[], options: LedgerOptions): Promise<CaseLedger> {
    const { files, unread } = await openAll(given)
    const read = await readLedger(files, options)
    const ledger = { ...read, unread: [...read.unread, ...unread] }
    const reckoning = reckon(ledger)
    const signals = findSignals(ledger, reckoning)
    return {
        ledger,
        reckoning,
        signals,
        contradictions: [],
        ...(options.window === undefined ? {} : { window: options.window }),
        files,
        options,
    }
}

/** Answers to findings that are not there. */
function strayAnswers({ findingAnswers = [] }: Case, found: readonly Issue[], at: LoadedCase["at"]): Issue[] {
    const ids = found.map(({ params }) => ("id" in params ? params.id : ""))
    return findingAnswers.flatMap(({ finding }, i) =>
        ids.includes(finding.trim().toUpperCase())
            ? []
            : [issue("ledger.answer.no-finding", at(["findingAnswers", i, "finding"]), { found: finding }, "warning")],
    )
}

/** What a case says of its exports. */
export function ledgerOptions(
    facts: Pick<Case, "exports" | "exportRows" | "recipient"> & {
        readonly incident?: EventTimes
        readonly account?: Partial<Pick<Case["account"], "exchange">>
    },
    host: Host,
): LedgerOptions {
    const answers = new Map<string, ExportAnswer>()
    for (const { file, ...answer } of facts.exports ?? []) answers.set(file, { ...answers.get(file), ...given(answer) })
    const window = facts.incident === undefined ? undefined : eventWindow(facts.incident)
    return {
        answers,
        standing: exchangeOfCase(host, { exchange: facts.account?.exchange, recipient: facts.recipient }),
        ...(window === undefined ? {} : { window }),
        ...(facts.exportRows === undefined ? {} : { cited: facts.exportRows }),
    }
}

function orderNumbers({ orders = [] }: Case): ReadonlySet<string> {
    const ids = orders.flatMap(({ orderId, clientOrderId }) => [orderId, clientOrderId])
    return new Set(ids.flatMap((id) => id?.toLowerCase() ?? []))
}

function transferKeys({ transfers = [] }: Case): ReadonlySet<string> {
    return new Set(
        transfers.flatMap(({ value }) => {
            const amount = quantityOf(value)
            return amount === undefined ? [] : [moveKey(value.asset, amount.toFixed())]
        }),
    )
}

/** What was answered, without what was left blank. */
function given(answer: Omit<NonNullable<Case["exports"]>[number], "file">): ExportAnswer {
    return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined))
}

/** The times of an event, as far as they are known. */
type EventTimes = Partial<Pick<Case["incident"], "firstOperation" | "lastOperation" | "noticedAt">>

/** From the first operation stated to the last, or to when it was noticed; nothing where either is not known. */
export function eventWindow({ firstOperation, lastOperation, noticedAt }: EventTimes): LedgerOptions["window"] {
    const end = lastOperation?.at ?? noticedAt
    const from = firstOperation?.at.epochMs
    if (from === undefined || end?.epochMs === undefined) return undefined
    const to = end.epochMs + precisionMs(end) - 1
    return from <= to ? { from, to } : undefined
}

/** Files of exports that may be tables, in the order of their labels. */
export function exportFiles(
    entries: readonly LockEntry[],
    sources: ReadonlyMap<string, ByteSource>,
): readonly ExportFile[] {
    return entries
        .filter(({ folder }) => folder === "exports")
        .flatMap(({ label, originalName, sha256 }) => {
            const source = sources.get(label)
            return source === undefined ? [] : [{ label, name: originalName, source, sha256 }]
        })
        .sort((a, b) => (a.label < b.label ? -1 : 1))
}
