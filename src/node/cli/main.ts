import { hasErrors, issue, PacketError } from "../../base/issue.ts"
import { LANGS, type Lang, parseLang } from "../../base/lang.ts"
import { version } from "../host.ts"
import { holdNursery } from "../memory.ts"
import { helpText } from "./help.ts"
import { machineIssue } from "./machine.ts"
import { processTerminal, type Terminal } from "./terminal.ts"
import { texts } from "./texts.ts"
import { type Arguments, findCommand, parseCommand, UsageError } from "./usage.ts"

/** Exit status: 0 fine, 1 issues of severity error, 2 wrong usage, 3 the machine failed. */
type Command = (args: Arguments, terminal: Terminal) => Promise<number>

const RUN: Readonly<Record<string, () => Promise<Command>>> = {
    init: async () => (await import("./commands/init.ts")).init,
    import: async () => (await import("./commands/import.ts")).importEvidence,
    check: async () => (await import("./commands/check.ts")).check,
    ledger: async () => (await import("./commands/ledger.ts")).ledger,
    form: async () => (await import("./commands/form.ts")).form,
    build: async () => (await import("./commands/build.ts")).build,
    complete: async () => (await import("./commands/complete.ts")).complete,
    "forget-identity": async () => (await import("./commands/forget-identity.ts")).forgetIdentity,
    receive: async () => (await import("./commands/receive.ts")).receiveAnswer,
    journal: async () => (await import("./commands/journal.ts")).journal,
    mail: async () => (await import("./commands/mail.ts")).mail,
    verify: async () => (await import("./commands/verify.ts")).verify,
    sign: async () => (await import("./commands/sign.ts")).sign,
    keygen: async () => (await import("./commands/keygen.ts")).keygen,
    recipients: async () => (await import("./commands/recipients.ts")).recipients,
    directory: async () => (await import("./commands/directory.ts")).directory,
    schema: async () => (await import("./commands/schema.ts")).schema,
    sample: async () => (await import("./commands/sample.ts")).sample,
}

/** Runs the command line; never rejects. */
export async function main(args: readonly string[]): Promise<number> {
    const lang = languageOf(args)
    const terminal = processTerminal(lang)
    try {
        return await dispatch(args, lang, terminal)
    } catch (error) {
        return report(error, args.includes("--json"), terminal)
    }
}

async function dispatch(args: readonly string[], lang: Lang, terminal: Terminal): Promise<number> {
    const name = args.find((arg, i) => !arg.startsWith("-") && args[i - 1] !== "--lang")
    if (args.includes("--version")) {
        terminal.out(version())
        return 0
    }
    if (name === undefined) {
        terminal.out(helpText(lang))
        return args.includes("--help") || args.includes("-h") ? 0 : 2
    }
    const command = findCommand(name)
    const at = args.indexOf(name)
    const parsed = parseCommand(command, [...args.slice(0, at), ...args.slice(at + 1)])
    if (parsed.values.help === true) {
        terminal.out(helpText(lang, command))
        return 0
    }
    const language = parsed.values.lang
    if (language !== undefined && parseLang(String(language)) === undefined)
        throw new UsageError([
            issue("shell.usage.value", [], { option: "--lang", found: String(language), expected: LANGS.join(" | ") }),
        ])
    const run = await RUN[command.name]?.()
    // All that the command needs is loaded now.
    holdNursery()
    return run === undefined ? 2 : run(parsed, terminal)
}

/** The language to answer in, also where the command line is wrong. */
function languageOf(args: readonly string[]): Lang {
    const named = args.flatMap((arg, i) => {
        if (arg === "--lang") return args.slice(i + 1, i + 2)
        return arg.startsWith("--lang=") ? [arg.slice("--lang=".length)] : []
    })
    return parseLang(named.at(-1)) ?? "zh-CN"
}

/** Prints what stopped a command. Anything that is no finding of ours is a failure of the machine or of the program. */
export function report(error: unknown, json: boolean, terminal: Terminal): number {
    const issues = error instanceof PacketError ? error.issues : [machineIssue(error)]
    if (json) terminal.out(JSON.stringify({ issues }, undefined, 2))
    terminal.issues(issues)
    const errors = issues.filter(({ severity }) => severity === "error").length
    if (error instanceof PacketError && !(error instanceof UsageError) && errors > 0)
        terminal.note(texts[terminal.lang].errorCount(errors))
    if (error instanceof UsageError) return 2
    if (error instanceof PacketError) return hasErrors(issues) ? 1 : 0
    return 3
}
