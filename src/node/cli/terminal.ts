import type { Issue, IssueCode } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { MOST_ALIKE, saidByKind } from "../../facts/case/form/said.ts"
import { watchReads } from "../files.ts"
import { asTyped } from "./help.ts"
import { meter } from "./meter.ts"
import { texts } from "./texts.ts"

/**
 * Terminal rules. Results go to stdout, everything else to stderr. An issue says where, what, what to do, and its code,
 * in this order; never a stack trace. Language changes these lines only, never a byte of a written file. Progress is
 * shown on a terminal only and leaves no trace. Names of files and texts of others are shown with their controls spelt
 * out, so that none of them moves the cursor or breaks a line.
 */

export interface Terminal {
    readonly lang: Lang
    /** A line of the result. */
    out(line: string): void
    /** A line beside the result. */
    note(line: string): void
    /** What stopped or accompanies a command. Of many findings of one kind the first are shown, the rest counted. */
    issues(issues: readonly Issue[]): void
    /** Errors that are themselves the result, as a verdict's are. */
    findings(issues: readonly Issue[]): void
    /** Says what is being done, where somebody watches; of many bytes to be read how far it is, how fast, how long still. */
    progress(what: string, bytes?: number): void
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
    const printMessage = (head: string, message: string, hint: string, code: IssueCode): void => {
        note(`${head}${words.colon}${message}`)
        if (hint !== "") note(`  ${words.hint}${words.colon}${asTyped(hint, lang)}`)
        note(`  [${code}]`)
    }
    const print = (issues: readonly Issue[], label = words.severity, most = MOST_ALIKE): void => {
        for (const { severity, code, together, each, more } of saidByKind(issues, lang, most)) {
            if (together !== undefined)
                printMessage(label[severity], asTyped(together.message, lang), together.hint, code)
            for (const { place, message, hint } of each) {
                const where = words.place(place)
                printMessage(`${label[severity]}${where === "" ? "" : ` ${where}`}`, message, hint, code)
            }
            if (more > 0) note(words.alike(more, code))
        }
    }
    return {
        lang,
        // A verdict leaves nothing out.
        findings: (issues) => print(issues, { ...words.severity, error: words.fault }, Number.POSITIVE_INFINITY),
        out(line) {
            clear()
            process.stdout.write(`${line}\n`)
        },
        note,
        issues: (issues) => print(issues),
        progress(what, bytes = 0) {
            if (!isWatched) return
            const show = (far: string): void => {
                clear()
                process.stderr.write(`${what}…${far}`)
                pending = true
            }
            show("")
            watchReads(meter(bytes, (far) => show(words.far(far))))
        },
    }
}
