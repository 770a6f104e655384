/** Scans and photographs of papers: what they are not. */
export interface ScanIssues {
    "request.scan.type": { file: string }
    "request.scan.heic": { file: string }
    /** `page`: of a PDF, from 1; 0 for a picture. */
    "request.scan.empty": { file: string; page: number }
    /** A form of 空白件, or one printed from it, by its title. */
    "request.scan.blank-form": { file: string }
    "request.scan.blank": { file: string; page: number }
    /** Two pages of the same bytes; pages from 1, 0 for a picture. */
    "request.scan.twice": { file: string; page: number; first: string; firstPage: number }
    "request.scan.no-bytes": { file: string }
    "request.scan.small": { file: string; page: number; found: number; least: number }
    "request.scan.too-large": { file: string; bytes: number; mailBytes: number }
}

declare module "../issue.ts" {
    interface IssueParams extends ScanIssues {}
}
