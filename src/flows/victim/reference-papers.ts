import type { Host } from "../../base/host.ts"
import { madeOrRead } from "../../base/made.ts"
import { filingQuestionsView } from "../../editions/police/filing-questions.ts"
import { linkMemoView } from "../../editions/police/link-memo.ts"
import type { Case } from "../../facts/case/schema.ts"
import { DIRECTORY_FILE, readDirectory } from "../../facts/legal/directory.ts"
import { readFilingQuestions } from "../../facts/legal/filing-questions.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import { readLinkChecks } from "../../facts/legal/link-checks.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { LINK_MEMO, type ListedDocument } from "../print/dossier.ts"

/** What stations ask for before they open a link or file a case. */
export function referencePapers(facts: Case, recipient: Recipient, laws: Laws, host: Host): readonly ListedDocument[] {
    const checks = readLinkChecks(host.asset("legal/link-checks.yaml"))
    const directory = madeOrRead(host, DIRECTORY_FILE, readDirectory)
    const questions = readFilingQuestions(host.asset("legal/filing-questions.yaml"), laws)
    return [
        { id: LINK_MEMO, data: linkMemoView(facts, recipient, laws, checks, directory) },
        { id: "filing-questions", data: filingQuestionsView(facts, laws, questions) },
    ]
}
