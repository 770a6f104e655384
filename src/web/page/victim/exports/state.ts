import { computed, signal } from "@preact/signals"
import { useEffect } from "preact/hooks"
import { inRowList, readRowList } from "../../../../facts/case/row-list.ts"
import type { LedgerAsked, ToldLedger } from "../../../work/ledger.ts"
import { moment, work } from "../../state.ts"
import { answerAt, textAt } from "../answers.ts"
import { answers, entries, folder, opened, trouble, writeAll } from "../case.ts"
import { rowsOf } from "./answers.ts"

/** What the exports of the case give, as they were last read. */

export interface LedgerState {
    readonly version: number
    readonly told: ToldLedger
    readonly answers: unknown
    readonly opened: unknown
    readonly entries: unknown
    /** What the rows were read by. */
    readonly readBy: string
}

export const ledger = signal<LedgerState | undefined>(undefined)
/** Counts up, so that the worker knows what it has read. */
let version = 0

/** The same, unless it is of other files: of a case that was closed, or from before some were added. */
export const told = computed(() => (ledger.value?.entries === entries.value ? ledger.value.told : undefined))

export const exportEntries = computed(() => entries.value.filter((entry) => entry.folder === "exports"))

/** What is said of the files themselves, and the times by which rows are proposed. */
function readBy(): string {
    const given = answerAt(answers.value, ["exports"])
    const files = Array.isArray(given) ? given.map((one: unknown) => ({ ...(one as object), unauthorised: "" })) : []
    const times = ["firstOperation", "lastOperation", "noticedAt"].map((name) =>
        answerAt(answers.value, ["incident", name]),
    )
    return JSON.stringify([files, times])
}

/** Whether any row was listed as not the reporter's own; until then rows are proposed by the stated times. */
export const hasLists = computed(() => {
    const given = answerAt(answers.value, ["exports"])
    return Array.isArray(given) && given.some((_, i) => textAt(answers.value, ["exports", i, "unauthorised"]) !== "")
})

/** Whether a row is listed, or proposed where none is. */
export function isPicked(label: string, row: number, isProposed: boolean): boolean {
    if (!hasLists.value) return isProposed
    const list = rowsOf(answers.value, label)
    return list !== undefined && inRowList(list, row)
}

/** What the worker is asked with: the ledger that was read last. */
export function asked(): LedgerAsked {
    return { version: ledger.value?.version ?? version, files: folder.value ?? [], moment: moment() }
}

/**
 * Reads the exports anew where something changed since.
 *
 * @param of - `files`: what the rows are read by. `all`: also what is reckoned with them and held against them.
 */
export async function ensureLedger(of: "files" | "all"): Promise<void> {
    const now = ledger.value
    const isSame = now !== undefined && now.opened === opened.value && now.readBy === readBy()
    if (isSame && (of === "files" || now.answers === answers.value)) return
    await readLedger()
}

/** The same when a page is opened. */
export function useLedger(of: "files" | "all"): void {
    useEffect(() => {
        ensureLedger(of)
    }, [])
}

export async function readLedger(): Promise<void> {
    trouble.value = undefined
    if (!(await writeAll())) return
    const was = {
        answers: answers.value,
        opened: opened.value,
        entries: entries.value,
        readBy: readBy(),
        version: ++version,
    }
    const done = await work("readLedger", { version: was.version, files: folder.value ?? [], moment: moment() })
    if (done.kind === "done") ledger.value = { ...was, told: done.value }
    else trouble.value = done
}

/** The rows that are proposed by the stated times, by file. */
export function proposed(): readonly (readonly [label: string, rows: NonNullable<ReturnType<typeof readRowList>>])[] {
    const { events } = told.value?.record ?? {}
    if (events?.chosenBy !== "times") return []
    return events.files.flatMap(({ file, rows }) => {
        const list = readRowList(rows)
        return list === undefined ? [] : [[file, list] as const]
    })
}
