import { type Issue, printPath } from "../../base/issue.ts"
import { messages as en } from "../../messages/en/index.ts"
import type { AllMessages, Message } from "../../messages/message.ts"
import { messages as zhCN } from "../../messages/zh-CN/index.ts"
import { type Lang, texts } from "./texts.ts"

/**
 * Terminal rules. Results go to stdout, everything else to stderr. An issue says where, what, what to do, and its code,
 * in this order; never a stack trace. Language changes these lines only, never a byte of a written file. Progress is
 * shown on a terminal only and leaves no trace.
 */

const MESSAGES: Readonly<Record<Lang, AllMessages>> = { "zh-CN": zhCN, en }

export interface Terminal {
    readonly lang: Lang
    /** A line of the result. */
    out(line: string): void
    /** A line beside the result. */
    note(line: string): void
    /** What stopped or accompanies a command; errors are counted at the end. */
    issues(issues: readonly Issue[]): void
    /** Errors that are themselves the result, as a verdict's are. */
    findings(issues: readonly Issue[]): void
    /** Says what is being done, where somebody watches. */
    progress(what: string): void
}

/** Text of an issue in a language. */
export function messageOf(found: Issue, lang: Lang): Message {
    const print = MESSAGES[lang][found.code] as (params: unknown) => Message
    return print(found.params)
}

/** The terminal over the process's own streams. */
export function processTerminal(lang: Lang): Terminal {
    const words = texts[lang]
    const isWatched = process.stderr.isTTY
    let pending = false
    const clear = (): void => {
        if (pending) process.stderr.write("\r\u001B[K")
        pending = false
    }
    const note = (line: string): void => {
        clear()
        process.stderr.write(`${line}\n`)
    }
    const print = (issues: readonly Issue[], label = words.severity): void => {
        for (const found of issues) {
            const { message, hint } = messageOf(found, lang)
            const where = printPath(found.path)
            note(`${label[found.severity]}${where === "" ? "" : ` ${where}`}${words.colon}${message}`)
            if (hint !== undefined && hint !== "") note(`  ${words.hint}${words.colon}${hint}`)
            note(`  [${found.code}]`)
        }
    }
    return {
        lang,
        findings: (issues) => print(issues, { ...words.severity, error: words.fault }),
        out(line) {
            clear()
            process.stdout.write(`${line}\n`)
        },
        note,
        issues(issues) {
            print(issues)
            const errors = issues.filter(({ severity }) => severity === "error").length
            if (errors > 0) note(words.errorCount(errors))
        },
        progress(what) {
            if (!isWatched) return
            clear()
            process.stderr.write(`${what}…`)
            pending = true
        },
    }
}
