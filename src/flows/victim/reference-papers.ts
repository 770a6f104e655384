import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { madeOrRead } from "../../base/made.ts"
import { rfc3339 } from "../../base/text/time.ts"
import { filingQuestionsView } from "../../editions/police/filing-questions.ts"
import { linkMemoView } from "../../editions/police/link-memo.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { DIRECTORY_FILE, readDirectory } from "../../facts/legal/directory.ts"
import { readFilingQuestions } from "../../facts/legal/filing-questions.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import { readLinkChecks } from "../../facts/legal/link-checks.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import { composePdf, DRAFT_HEAD } from "../print/compose.ts"
import { REFERENCE_NAMES } from "./names.ts"

/** 参考材料, beside the packet: what stations ask for before they open a link or file a case. */
export async function referencePapers({ case: facts }: LoadedCase, host: Host): Promise<readonly NamedBytes[]> {
    const recipient = loadRecipient(host, facts.recipient, ["case.yaml", "recipient"])
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const checks = readLinkChecks(host.asset("legal/link-checks.yaml"))
    const directory = madeOrRead(host, DIRECTORY_FILE, readDirectory)
    const questions = readFilingQuestions(host.asset("legal/filing-questions.yaml"), laws)
    const papers = [
        { id: "link-memo", data: linkMemoView(facts, recipient, laws, checks, directory) },
        { id: "filing-questions", data: filingQuestionsView(facts, laws, questions) },
    ] as const
    const setting = { at: rfc3339(facts.preparedAt) ?? "", ref: facts.ref, head: DRAFT_HEAD, neutral: false }
    const files: NamedBytes[] = []
    for (const { id, data } of papers) {
        const { bytes } = await composePdf(host, { template: `zh-CN/${id}`, data, ...setting })
        files.push({ name: REFERENCE_NAMES[id], bytes })
    }
    return files
}
