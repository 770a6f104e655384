/**
 * Every code this program can report, with the values its message needs. Each file of `issues/` adds its group by
 * declaration merging; `messages/index.ts` does not compile until every code has its texts.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by `issues/`
export interface IssueParams {}

/** `room.thing.what`, stable for ever. */
export type IssueCode = keyof IssueParams
/** An error stops what was asked for; a warning is to be looked at; a note informs. */
export type Severity = "error" | "warning" | "note"
/** Where a finding is: a file, then keys and places in it. */
export type IssuePath = readonly (string | number)[]

/** One finding, as data. Prose lives in `messages/`, so a finding can be printed in any language. */
export type Issue = {
    [C in IssueCode]: {
        readonly code: C
        readonly severity: Severity
        /** Where: a file first if there is one, then keys, for example `["case.yaml", "loss", "assets", 0, "amount"]`. */
        readonly path: IssuePath
        readonly params: IssueParams[C]
    }
}[IssueCode]

/** Makes an issue; severity is `error` unless said otherwise. */
export function issue<C extends IssueCode>(
    code: C,
    path: IssuePath,
    params: IssueParams[C],
    severity: Severity = "error",
): Issue {
    return { code, severity, path, params } as unknown as Issue
}

/** The same finding at another place. */
export const movedTo = <I extends Issue>(found: I, path: IssuePath): I => ({ ...found, path })

/** The same finding with another weight. */
export const weighed = <I extends Issue>(found: I, severity: Severity): I => ({ ...found, severity })

/** True when at least one issue is an error. */
export function hasErrors(issues: readonly Issue[]): boolean {
    return issues.some((i) => i.severity === "error")
}

/** Carries issues out of a pipeline that cannot go on. Shells print them; a stack trace is never shown. */
export class PacketError extends Error {
    override readonly name = "PacketError"
    readonly issues: readonly Issue[]
    constructor(issues: readonly Issue[], options?: ErrorOptions) {
        super(issues.map((i) => `${i.code} at ${i.path.join(".")}`).join("; "), options)
        this.issues = issues
    }
}

/**
 * A path as people read it: `case.yaml:12 loss.assets[0].amount`. Where the file names a cell of a form
 * (`officer.xlsx 民警信息表!C12 部门`), the cell says it all and the keys are left out.
 */
export function printPath(path: IssuePath): string {
    const [head] = path
    if (typeof head === "string" && /![A-Z]{1,3}\d+ /.test(head)) return head
    const startsWithFile = typeof head === "string" && /\.[a-z]{2,5}(?::\d+)?$/i.test(head)
    let out = ""
    for (const [depth, part] of path.entries()) {
        const dot = depth === 0 ? "" : depth === 1 && startsWithFile ? " " : "."
        out += typeof part === "number" ? `[${String(part)}]` : dot + part
    }
    return out
}
