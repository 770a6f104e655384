/** Codes of the record of evidence in a packet, `evidence.json`. */
export type EvidenceRecordIssues = {
    /** A packet's record of an exhibit says something else than the file that is there. */
    "evidence.record.differs": { label: string; field: string; recorded: string; actual: string }
    "evidence.record.mask": { label: string }
    "evidence.record.twice": { label: string }
    "evidence.record.no-file": { label: string }
    /** A file that is in no packet and yet is to go to a recipient. */
    "evidence.record.separate": { label: string }
    /** A file of evidence that the record does not name. */
    "evidence.record.unnamed": Record<string, never>
}

declare module "../issue.ts" {
    interface IssueParams extends EvidenceRecordIssues {}
}
