import { type Issue, type IssueCode, printPath } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { oneLine } from "../../base/text/hygiene.ts"
import { inWordsOfForm } from "../../facts/case/form/place.ts"
import { messageOf, messageOfMany } from "../../messages/index.ts"
import type { Message } from "../../messages/message.ts"
import { type Texts, texts } from "./texts.ts"
import { asTyped } from "./usage.ts"

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
    /** Says what is being done, where somebody watches. */
    progress(what: string): void
}

/** Findings of one kind that are shown in full; hundreds of files without a caption would hide everything else. */
const MOST_ALIKE = 5

/** Text of an issue in a language, with what comes from outside on one line. */
function safeMessage(found: Issue, lang: Lang): Message {
    return messageOf({ ...found, params: onOneLine(found.params) } as Issue, lang)
}

/** Every text of a value on one line. */
function onOneLine(value: unknown): unknown {
    if (typeof value === "string") return oneLine(value)
    if (Array.isArray(value)) return value.map(onOneLine)
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, onOneLine(member)]))
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
    const printMessage = (head: string, { message, hint = "" }: Message, code: IssueCode): void => {
        note(`${head}${words.colon}${message}`)
        if (hint !== "") note(`  ${words.hint}${words.colon}${asTyped(hint, lang)}`)
        note(`  [${code}]`)
    }
    const printOne = (raw: Issue, label: Texts["severity"]): void => {
        const found = inWordsOfForm(raw, lang)
        const where = words.place(oneLine(printPath(found.path)))
        printMessage(`${label[found.severity]}${where === "" ? "" : ` ${where}`}`, safeMessage(found, lang), found.code)
    }
    const print = (issues: readonly Issue[], label = words.severity, most = MOST_ALIKE): void => {
        const kinds = new Map<string, Issue[]>()
        for (const found of issues) {
            const kind = `${found.severity} ${found.code}`
            const alike = kinds.get(kind)
            if (alike === undefined) kinds.set(kind, [found])
            else alike.push(found)
        }
        for (const alike of kinds.values()) {
            const [first] = alike
            if (first === undefined) continue
            const all = alike.length > most ? messageOfMany(first.code, alike.length, lang) : undefined
            if (all !== undefined) {
                printMessage(label[first.severity], { ...all, message: asTyped(all.message, lang) }, first.code)
                continue
            }
            for (const found of alike.slice(0, most)) printOne(found, label)
            if (alike.length > most) note(words.alike(alike.length - most, first.code))
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
        progress(what) {
            if (!isWatched) return
            clear()
            process.stderr.write(`${what}…`)
            pending = true
        },
    }
}
