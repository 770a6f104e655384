import type { Issue } from "../../../../base/issue.ts"
import type { Words } from "../../../../base/lang.ts"
import type { LedgerRecord } from "../../../../facts/ledger/record.ts"
import { UNREAD } from "../../../../messages/ledger-unread.ts"
import type { ToldLedger } from "../../../work/ledger.ts"
import { answers } from "../case.ts"
import { saidOfFile } from "./answers.ts"
import * as words from "./words.ts"

/** A file of the exports, read or not, with what is to be asked of it. */
export interface KnownFile {
    readonly id: string
    readonly name: string
    readonly read?: LedgerRecord["files"][number]
    /** Why it could not be read. */
    readonly why?: Words
    /** Cells of its header, where no format has it. Empty where the header cannot be shown. */
    readonly header?: readonly string[]
}

/** Label and name; that of a member of a ZIP holds its name. */
export const titleOf = ({ id, name }: KnownFile): string => (id.includes("/") ? id : `${id} ${name}`)

export function knownFiles({ record, headers }: ToldLedger): readonly KnownFile[] {
    const files = [
        ...record.files.map((read): KnownFile => {
            const header = headers[read.id]
            return { id: read.id, name: read.name, read, ...(header === undefined ? {} : { header }) }
        }),
        ...record.unread.map(({ id, name, why }): KnownFile => {
            const header = headers[id]
            if (header !== undefined) return { id, name, why: words.UNKNOWN_HEADER, header }
            return why in UNREAD ? { id, name, why: UNREAD[why as keyof typeof UNREAD].what } : { id, name }
        }),
    ]
    return files.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The file that a finding is about. */
export function labelOf({ params }: Issue): string | undefined {
    return "label" in params && typeof params.label === "string" ? params.label : undefined
}

/** The name by which a finding is answered. */
export const idOf = ({ params }: Issue): string => ("id" in params ? params.id : "")

/** What a file does not say itself. */
export interface Asks {
    readonly zone: boolean
    readonly report: boolean
    readonly account: boolean
    readonly columns: boolean
}

export function asksOf({ id, read, header }: KnownFile): Asks {
    const said = (field: "zone" | "report" | "account"): boolean => saidOfFile(answers.value, id, field) !== ""
    const { from } = read?.zone ?? {}
    return {
        zone: said("zone") || (read !== undefined && (from === undefined || from === "proposed" || from === "case")),
        report: said("report") || header !== undefined || (read !== undefined && read.report === undefined),
        account: said("account") || (read !== undefined && read.accounts.length === 0),
        columns: header !== undefined,
    }
}

/** Questions that wait for an answer; which account it is may stay open. */
export function openQuestions(file: KnownFile): number {
    const asks = asksOf(file)
    const isOpen = (field: "zone" | "report" | "columns"): boolean =>
        asks[field] && saidOfFile(answers.value, file.id, field) === ""
    return (["zone", "report", "columns"] as const).filter(isOpen).length
}
