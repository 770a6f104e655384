import type { AllMessages } from "../message.ts"
import { caseIssues } from "./case.ts"
import { documentIssues } from "./document.ts"
import { evidenceIssues } from "./evidence.ts"
import { packetIssues } from "./packet.ts"
import { requestIssues } from "./request.ts"
import { shellIssues } from "./shell.ts"

export const messages: AllMessages = {
    ...caseIssues,
    ...documentIssues,
    ...evidenceIssues,
    ...packetIssues,
    ...requestIssues,
    ...shellIssues,
}
