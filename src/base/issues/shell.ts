import type { ZipFault } from "../zip-fault.ts"

/** What a launcher of a portable folder does. */
export type DropStep = "form" | "first" | "second" | "verify" | "forget"

/** Findings about the command line and the files it names. */
export interface ShellIssues {
    "shell.usage.unknown-command": { found: string; proposed: string }
    "shell.usage.unknown-option": { found: string; command: string }
    "shell.usage.missing": { what: string; command: string }
    "shell.usage.value": { option: string; found: string; expected: string }
    "shell.usage.both": { first: string; second: string }
    "shell.file.missing": { file: string }
    /** The file is missing, and another with nearly its name is there. */
    "shell.file.not-folder": { file: string }
    "shell.file.not-file": { file: string }
    "shell.file.changing": { file: string }
    /** `name`: of the file within; empty where it is the ZIP as a whole. */
    "shell.work-file.unreadable": { file: string; fault: ZipFault; name: string }
    /** The command changes files of a case folder, and a working file is one ZIP. */
    "shell.work-file.packed": { file: string; command: string }
    /** Neither form of a case is in what was opened. */
    "shell.work-file.no-case": { file: string }
    "shell.output.exists": { path: string }
    /** The first step was done and the sealed letter lies ready; `command` does the second. */
    "shell.step.second": { path: string; folder: string; command: string }
    /** `launcher` is the name of what files are dropped on. */
    "shell.drop.nothing": { step: DropStep; launcher: string }
    "shell.drop.several": { step: DropStep; launcher: string }
    "shell.drop.kind": { file: string; step: DropStep; launcher: string }
    /** Beside the officer's form lies no draft, or several: `names`. */
    "shell.drop.draft": { folder: string; names: string }
    /** In the folder of results lies no prepared folder, or several: `names`. */
    "shell.drop.prepared": { folder: string; names: string; launcher: string }
    "shell.key.none": { path: string }
    "shell.key.unreadable": { path: string }
    "shell.key.signature": { path: string }
    "shell.key.no-ssh-keygen": { path: string }
    "shell.key.sample": { fingerprint: string }
    /** No room on the disk; `path` is empty where the system does not say. */
    "shell.machine.full": { path: string }
    "shell.machine.denied": { path: string }
    "shell.machine.read-only": { path: string }
    "shell.machine.busy": { path: string }
    "shell.machine.name-too-long": { path: string }
    /** A file that was found can be read no more; `path` is empty where the system does not say which. */
    "shell.machine.gone": { path: string }
    "shell.machine.failed": { reason: string }
}

declare module "../issue.ts" {
    interface IssueParams extends ShellIssues {}
}
