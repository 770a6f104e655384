import type { Lang } from "../../src/base/lang.ts"
import type { Verdict } from "../../src/packet/verify/report.ts"
import { NOW } from "../packet/assemble/sample.ts"
import type { NamedCase } from "./all.ts"
import type { Finding, FolderWhy } from "./packet/case.ts"

/** `cases.json`: what the set expects, for other programs to read. */

/** Grows by optional members only; another first number where one is changed or taken away. */
export const SET_VERSION = "1.0"

export interface CaseSet {
    readonly version: typeof SET_VERSION
    /** Of packets. */
    readonly format: "1.0"
    readonly cases: readonly SetCase[]
}

export interface SetCase {
    readonly id: string
    /** The packet, from the folder of `cases.json`; also where the files of `options` are looked for. */
    readonly file: string
    readonly kind: "zip" | "folder"
    /** What the file system must be able to hold, where the folder is not for every one. */
    readonly needs?: Exclude<FolderWhy, "folder">
    readonly what: Readonly<Record<Lang, string>>
    readonly options: SetOptions
    readonly expected: Expected
}

/** What is given to the verifier beside the packet. */
export interface SetOptions {
    /** File of allowed signers, as ssh-keygen reads it. */
    readonly signers?: string
    readonly key?: string
    readonly code?: string
    /** Folder of the files that are said to have been sent. */
    readonly sent?: string
    /** The judge's clock, RFC 3339. */
    readonly now: string
}

export interface Expected {
    readonly verdict: Verdict
    readonly exit: 0 | 1
    /** Sorted by severity, code and path. */
    readonly issues: readonly Finding[]
}

/** What the set expects of a case. */
export function expectedOf({ verdict = "broken", finds }: NamedCase): Expected {
    return { verdict, exit: exitOf(verdict, finds), issues: sortedFindings(finds) }
}

/** The exit status that a verdict and its findings give. */
export function exitOf(verdict: Verdict, issues: readonly Pick<Finding, "severity">[]): 0 | 1 {
    return verdict === "broken" || verdict === "refused" || issues.some(({ severity }) => severity === "error") ? 1 : 0
}

/** In the one order in which they are compared; what else an issue holds is left out. */
export function sortedFindings(issues: readonly Finding[]): readonly Finding[] {
    const keyOf = ({ severity, code, path }: Finding): string => JSON.stringify([severity, code, path])
    return issues
        .map(({ severity, code, path }) => ({ severity, code, path }))
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** A case as it is written, with the files beside it that its options name. */
export function setCase(one: NamedCase, kind: "zip" | "folder"): SetCase {
    const { id, proves, zh, folder, given = {} } = one
    const { signers, key, code, sent } = given
    return {
        id,
        file: kind === "zip" ? `packets/${id}.zip` : `packets/${id}`,
        kind,
        ...(folder === undefined || folder === "folder" ? {} : { needs: folder }),
        what: { "zh-CN": zh, en: proves },
        options: {
            ...(signers === undefined ? {} : { signers: `given/${id}/allowed_signers` }),
            ...(key === undefined ? {} : { key }),
            ...(code === undefined ? {} : { code }),
            ...(sent === undefined ? {} : { sent: `given/${id}/sent` }),
            now: NOW,
        },
        expected: expectedOf(one),
    }
}
