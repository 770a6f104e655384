import { type Issue, issue } from "../../base/issue.ts"

/** What the operating system refused, in words that say what to do. */
export function machineIssue(error: unknown): Issue {
    const { code, path = "", dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
    // The user knows the file that was to be written, not the name it has until it is whole.
    const named = { path: (dest ?? path).replace(/\.unfinished$|[\\/]\.unfinished-.*$/s, "") }
    switch (error instanceof Error ? code : undefined) {
        case "ENOSPC":
        case "EDQUOT":
            return issue("shell.machine.full", [], named)
        case "EACCES":
        case "EPERM":
            return issue("shell.machine.denied", [], named)
        case "EROFS":
            return issue("shell.machine.read-only", [], named)
        case "EBUSY":
            return issue("shell.machine.busy", [], named)
        case "ENAMETOOLONG":
            return issue("shell.machine.name-too-long", [], { path: shortened(named.path) })
        case "ENOENT":
        case "ENOTDIR":
        case "ENODEV":
        case "ENXIO":
        case "ESTALE":
        case "EIO":
            return issue("shell.machine.gone", [], named)
        default:
            return issue("shell.machine.failed", [], { reason: reasonOf(error) })
    }
}

/** A path that may be thousands of characters long: where it begins, which is what can be looked for, and where it ends. */
function shortened(path: string): string {
    return path.length <= 200 ? path : `${path.slice(0, 120)}…${path.slice(-40)}`
}

function reasonOf(error: unknown): string {
    if (!(error instanceof Error)) return String(error)
    const code = (error as NodeJS.ErrnoException).code
    return code === undefined || error.message.startsWith(code) ? error.message : `${code}: ${error.message}`
}
