import type { CopyPage } from "../../../src/typeset/mail/copy-page.ts"

/** A page to copy from whose every text is this. */
/** A text that would break out of its place and run. */
export const HOSTILE = `"><script>document.title="owned"</script><img src=x onerror=alert(1)>'\`&amp;</code></td></table><a href="https://evil.example">`

/** A page to copy from whose every text is this one. */
export const page = (text: string): CopyPage => ({
    title: text,
    subtitle: text,
    warnings: [text],
    facts: [[text, text]],
    sections: [
        {
            title: text,
            note: text,
            groups: [
                {
                    number: "1",
                    title: text,
                    titleEn: text,
                    rows: [
                        {
                            label: text,
                            labelEn: text,
                            value: `${text}\nsecond line`,
                            note: text,
                            state: text,
                            copy: true,
                        },
                        { label: text, labelEn: text, value: text, note: text, state: text, copy: false },
                    ],
                },
            ],
        },
    ],
    closing: text,
})
