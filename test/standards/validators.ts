import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import tools from "./tools.json" with { type: "json" }

/** The outside validators that `npm run validators` installs, each asked for what it finds wrong. */

const FOLDER = join(import.meta.dirname, "tools")

/**
 * True when a validator is installed as `tools.json` says, so that a test that needs it can skip visibly. On the build
 * server (`CI=true`) an absent one is a fault of the set-up and fails the test instead.
 */
export function validator(name: keyof typeof tools): boolean {
    const isThere = recordOf(name) === JSON.stringify(tools[name])
    if (!isThere && process.env.CI === "true")
        throw new Error(`${name} is not installed as test/standards/tools.json says; .ci/run must install it`)
    return isThere
}

function recordOf(name: string): string | undefined {
    try {
        return readFileSync(join(FOLDER, name, "installed.json"), "utf8")
    } catch {
        return undefined
    }
}

/** What veraPDF says of one file. */
export interface Judged {
    /** The standards that the file claims to keep, as veraPDF found the claims. */
    readonly claims: readonly string[]
    /** Each rule of a claimed standard that is broken, and why a file could not be read at all. */
    readonly faults: readonly string[]
}

interface Job {
    readonly itemDetails: { readonly name: string }
    readonly taskException?: { readonly exceptionMessage: string }
    readonly validationResult?: readonly {
        readonly profileName: string
        readonly compliant: boolean
        readonly details: { readonly ruleSummaries: readonly Broken[] }
    }[]
}
interface Broken {
    readonly specification: string
    readonly clause: string
    readonly testNumber: number
    readonly description: string
    readonly failedChecks: number
    readonly checks: readonly { readonly context: string }[]
}

/** What veraPDF holds a file to that claims nothing; none of ours claims it. */
const UNCLAIMED = "PDF/A-1B"

/** Holds each file to the standards that it claims: one start of veraPDF for all of them. */
export function judgePdfs(files: readonly Uint8Array[]): Judged[] {
    return inScratch((folder) => {
        // Names of digits alone, because Java reads arguments by the locale of the machine.
        const paths = files.map((bytes, i) => {
            const path = join(folder, `${String(i)}.pdf`)
            writeFileSync(path, bytes)
            return path
        })
        const { stdout, stderr } = spawnSync(
            "java",
            [
                ...["-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1"],
                ...["-cp", join(FOLDER, "verapdf", ...Object.keys(tools.verapdf.files))],
                "org.verapdf.apps.GreenfieldCliWrapper",
                ...["--format", "json", "--flavour", "0", "--defaultflavour", "1b", "--maxfailuresdisplayed", "1"],
                ...paths,
            ],
            { encoding: "utf8", maxBuffer: 1 << 28 },
        )
        const jobs = new Map<string, Job>()
        if (!stdout.startsWith("{")) throw new Error(`veraPDF: ${stdout}${stderr}`)
        for (const job of (JSON.parse(stdout) as { report: { jobs: readonly Job[] } }).report.jobs)
            jobs.set(basename(job.itemDetails.name), job)
        return paths.map((path) => judgedOf(jobs.get(basename(path)), stderr))
    })
}

function judgedOf(job: Job | undefined, stderr: string): Judged {
    const fault = job === undefined ? `not judged: ${stderr}` : job.taskException?.exceptionMessage
    if (job?.validationResult === undefined || fault !== undefined)
        return { claims: [], faults: [fault ?? "not judged"] }
    const results = job.validationResult.map((result) => ({
        ...result,
        standard: result.profileName.replace(" validation profile", ""),
    }))
    const claimed = results.filter(({ standard }) => standard !== UNCLAIMED)
    return {
        claims: claimed.map(({ standard }) => standard),
        faults: claimed.flatMap(({ standard, compliant, details }) => {
            const broken = details.ruleSummaries.map(
                ({ clause, testNumber, description, failedChecks, checks }) =>
                    `${standard} ${clause}-${String(testNumber)}: ${description} (${String(failedChecks)} times, first in ${checks[0]?.context ?? "?"})`,
            )
            return compliant || broken.length > 0 ? broken : [`${standard}: not compliant`]
        }),
    }
}

/** What bagit-python, of the Library of Congress, finds wrong with an unpacked packet. */
export function bagFaults(folder: string): string[] {
    const { status, stdout, stderr } = spawnSync("python3", ["-W", "ignore", "-m", "bagit", "--validate", folder], {
        encoding: "utf8",
        env: { ...process.env, PYTHONPATH: join(FOLDER, "bagit"), PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" },
    })
    if (status === 0 && stderr.includes(`${folder} is valid`)) return []
    const faults = stderr.split("\n").filter((line) => / - (?:WARNING|ERROR) - /.test(line))
    return faults.length > 0 ? faults : [`bagit: ${String(status)} ${stdout}${stderr}`]
}

interface OfficeReport {
    readonly ok: boolean
    readonly errors: readonly {
        readonly description: string
        readonly path: string | null
        readonly xPath: string | null
    }[]
}

/** What Microsoft's Open XML SDK finds wrong by the schema of Office 2007, whose files every later Office accepts. */
export function officeFaults(name: "a.docx" | "a.xlsx", bytes: Uint8Array): string[] {
    return inScratch((folder) => {
        const path = join(folder, name)
        writeFileSync(path, bytes)
        const program = join(FOLDER, "ooxml-validator", "ooxml-validator")
        const { stdout, stderr } = spawnSync(program, [path, "Office2007"], { encoding: "utf8", maxBuffer: 1 << 28 })
        if (!stdout.startsWith("{")) throw new Error(`ooxml-validator: ${stdout}${stderr}`)
        const { ok, errors } = JSON.parse(stdout) as OfficeReport
        if (!ok && errors.length === 0) return ["not valid"]
        return errors.map(({ description, path: part, xPath }) =>
            [part, xPath, description].filter((word) => word !== null).join(" "),
        )
    })
}

interface HtmlMessage {
    readonly url?: string
    readonly type: string
    readonly message: string
    readonly extract?: string
}

/** What the Nu HTML checker of the W3C calls an error in pages: one start for all of them. */
export function htmlFaults(pages: readonly string[]): string[] {
    return inScratch((folder) => {
        const paths = pages.map((html, i) => {
            const path = join(folder, `${String(i)}.html`)
            writeFileSync(path, html)
            return path
        })
        const jar = join(FOLDER, "vnu", "build/dist/vnu.jar")
        const { stderr } = spawnSync(
            "java",
            ["-XX:TieredStopAtLevel=1", "-Xss8m", "-jar", jar, "--errors-only", "--format", "json", ...paths],
            { encoding: "utf8", maxBuffer: 1 << 28 },
        )
        if (!stderr.startsWith("{")) throw new Error(`vnu: ${stderr}`)
        const { messages } = JSON.parse(stderr) as { readonly messages: readonly HtmlMessage[] }
        return messages.map(({ url = "", message, extract = "" }) => `${basename(url)}: ${message} ${extract}`)
    })
}

function inScratch<T>(work: (folder: string) => T): T {
    const folder = mkdtempSync(join(tmpdir(), "lerpack-validators-"))
    try {
        return work(folder)
    } finally {
        rmSync(folder, { recursive: true, force: true })
    }
}
