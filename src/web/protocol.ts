import type { Issue } from "../base/issue.ts"
import type { FolderFile, Phase } from "./given.ts"
import type { AnswerWork } from "./work/answer.ts"
import type { CaseWork } from "./work/case.ts"
import type { DeskWork } from "./work/desk.ts"
import type { DesksWork } from "./work/desks.ts"
import type { Resources } from "./work/host.ts"
import type { JournalWork } from "./work/journal.ts"
import type { JudgeWork } from "./work/judge.ts"
import type { KeyWork } from "./work/keys.ts"
import type { LedgerWork } from "./work/ledger.ts"
import type { OutreachWork } from "./work/outreach.ts"
import type { ZipWork } from "./work/zip.ts"

/** What page and worker say to each other. The page shows and asks; the worker runs the flows. */

/** Everything that the worker does. */
export type Work = AnswerWork &
    CaseWork &
    DeskWork &
    DesksWork &
    JournalWork &
    JudgeWork &
    KeyWork &
    LedgerWork &
    OutreachWork &
    ZipWork

/** Work that needs neither fonts nor decoders, so that it is not kept waiting until the page has read them. */
export const AT_ONCE: ReadonlySet<keyof Work> = new Set<keyof Work>([
    ...(["startCase", "openCase", "unpackCase", "firstSteps", "writeAnswers", "writeDescriptions"] as const),
    ...(["desks", "startOffice", "readOfficer", "writeOfficer", "readSheets"] as const),
    ...(["describeDesks", "newProfile", "desksToChoose", "findInDirectory", "blankQuestion"] as const),
    ...(["openJournal", "addToJournal", "verify", "makeKey", "openKey", "sign", "zipFiles", "unpackZip"] as const),
])

/** To the worker. Fonts and decoders come in pieces as base64 while the page reads them, or whole when a worker is replaced. */
export type ToWorker =
    | { readonly kind: "resources"; readonly resources: Resources; readonly desks: readonly FolderFile[] }
    | { readonly kind: "file"; readonly name: string; readonly data: Uint8Array | Blob }
    | { readonly kind: "files-end" }
    | { readonly kind: "call"; readonly id: number; readonly name: keyof Work; readonly args: readonly unknown[] }

export type FromWorker =
    | { readonly kind: "file"; readonly name: string; readonly blob: Blob }
    | { readonly kind: "ready" }
    | { readonly kind: "phase"; readonly id: number; readonly phase: Phase }
    /** While something is done: how much was read of files for it. */
    | { readonly kind: "read"; readonly id: number; readonly bytes: number }
    | { readonly kind: "done"; readonly id: number; readonly value: unknown }
    | { readonly kind: "refused"; readonly id: number; readonly issues: readonly Issue[] }
    | { readonly kind: "failed"; readonly id: number; readonly message: string }
