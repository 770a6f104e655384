import { describe, expect, test } from "vitest"
import { readMarkup } from "../../../src/typeset/office/markup-read.ts"

const sheets = (source: string) =>
    readMarkup(source)?.map(({ name, rows }) => [
        name,
        ...rows.map(
            ({ row, cells }) => `${String(row)}: ${cells.map((c) => `${String(c.column)}=${c.text}`).join(" ")}`,
        ),
    ])

describe("tables in HTML", () => {
    test("what is not closed, headers, entities and line breaks", () => {
        expect(sheets("<TABLE><tr><th>Time<th>Co&amp;in<tr><td>a<br>b<td>&nbsp;1 </table>")).toEqual([
            ["#1", "1: 1=Time 2=Co&in", "2: 1=a b 2=1"],
        ])
    })

    test("cells over several columns and rows keep the others in their places", () => {
        const source =
            "<table><tr><td colspan=2>t</td><td>u</td></tr>" +
            "<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td></tr></table>"
        expect(sheets(source)).toEqual([["#1", "1: 1=t 3=u", "2: 1=a 2=b", "3: 2=c 3=d", "4: 1=e"]])
    })

    test("a table within a cell of another is one of its own", () => {
        expect(sheets("<table><tr><td>x<table><tr><td>1</table>y<td>z</table>")).toEqual([
            ["#1", "1: 1=xy 2=z"],
            ["#2", "1: 1=1"],
        ])
    })

    test("the number behind a shown one counts, the days behind a date do not", () => {
        const source =
            '<table><tr><td x:num="1234.56789">1,234.57</td><td sdval="-0.5" sdnum="1033;">-0.5</td>' +
            '<td x:num="45005.74">2023-03-20 17:49:08</td></table>'
        expect(readMarkup(source)?.[0]?.rows[0]?.cells).toEqual([
            { column: 1, kind: "number", text: "1234.56789" },
            { column: 2, kind: "number", text: "-0.5" },
            { column: 3, kind: "text", text: "2023-03-20 17:49:08" },
        ])
    })

    test("what is no table has none", () => expect(sheets("<html><body><p>Log in</body></html>")).toEqual([]))
})

test("Excel's XML of 2003: places, kinds, and comments that are no values", () => {
    const source = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="a"/></Styles><Worksheet ss:Name="Sheet1"><Table><Column/>
<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">0.10000000000000001</Data><Comment><ss:Data>n</ss:Data></Comment></Cell>
<Cell><Data ss:Type="DateTime">2023-03-20T17:49:08.000</Data></Cell></Row></Table></Worksheet></Workbook>`
    expect(readMarkup(source)).toEqual([
        {
            name: "Sheet1",
            rows: [
                {
                    row: 3,
                    cells: [
                        { column: 2, kind: "number", text: "0.10000000000000001" },
                        { column: 3, kind: "date", text: "2023-03-20T17:49:08.000" },
                    ],
                },
            ],
        },
    ])
})

test("elements within each other without end are not read", () => {
    expect(readMarkup("<table>".repeat(200_000))).toBeUndefined()
})

test("a row of a number beyond all rows and a cell beyond all columns make nothing large", () => {
    expect(
        sheets('<table><tr><td colspan="9999999">a<td>b<tr><td rowspan="9999999" colspan=9999999>c</table>'),
    ).toEqual([["#1", "1: 1=a", "2: 1=c"]])
})
