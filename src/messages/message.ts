import type { IssueParams } from "../base/issue.ts"

/** What happened, and one action that mends it. */
export interface Message {
    readonly message: string
    readonly hint?: string
}

/** One language's texts for a group of codes; a missing or superfluous code is a compile error. */
export type Messages<Group> = { readonly [C in keyof Group]: (params: Group[C]) => Message }
export type AllMessages = Messages<IssueParams>
