import type { Host } from "../../base/host.ts"
import { type Output, privateOutput } from "../../base/output.ts"
import { progressView } from "../../editions/officer/progress.ts"
import type { Journal } from "../../facts/journal/chain.ts"
import { composePdf } from "../print/compose.ts"
import { dueIn } from "./journal-due.ts"
import { progressName } from "./names.ts"

/** 办理进度 as the journal stands on a day; the same journal and day give the same file. */
export async function progressPaper(journal: Journal, host: Host, on: string): Promise<Output> {
    const { entries, head } = journal
    const ref = head?.ref ?? ""
    const due = dueIn(journal, host, on)
    const at = entries.at(-1)?.recordedAt ?? ""
    const setting = { template: "zh-CN/progress", at, ref, head: PROGRESS_HEAD, neutral: false }
    const print = (most: number): ReturnType<typeof composePdf> =>
        composePdf(host, { ...setting, data: progressView(journal, due, on, most) })
    let printed = await print(MOST_ENTRIES)
    for (let most = Math.min(MOST_ENTRIES, entries.length) - 1; printed.pages > 1 && most > 0; most--)
        printed = await print(most)
    // Where terms alone take the page, a second one has room for what was done.
    if (printed.pages > 1) printed = await print(MOST_ENTRIES)
    return privateOutput("record", progressName(ref, entries.length, on), printed.bytes)
}

/** Entries that a page of short ones holds. */
const MOST_ENTRIES = 14

/** Stands on the page instead of its title: it names officers. */
const PROGRESS_HEAD = "民警留存，不在材料包内，不对外提供"
