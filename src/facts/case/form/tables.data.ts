import { ask, type Column, column, type Table, WRITE_TIME_SHORT, words } from "./question.ts"

/** Sheets of rows: what there may be several of. */

const evidence = (...lists: readonly string[]): Column =>
    column(
        ["证据编号", "Evidence"],
        "labels",
        14,
        lists.map((list) => `${list}[].evidence[]`),
        { hint: ["如 E001、X02", "such as E001, X02"], eg: "X04" },
    )
const source = (...lists: readonly string[]): Column =>
    column(
        ["来源", "Source"],
        "text",
        26,
        lists.map((list) => `${list}[].source`),
        { hint: ["哪个文件、页面", "file or page"], eg: ["账户流水", "balance history"] },
    )
const policeToo = (...lists: readonly string[]): Column =>
    column(
        ["也给公安机关", "Police too"],
        "choice",
        14,
        lists.map((list) => `${list}[].policeToo`),
        {
            words: "policeToo",
            hint: [
                "一般不填；check 提示某一句不写入材料，而您确实要写入时填 是",
                "as a rule blank; yes keeps a sentence that check says is left out",
            ],
        },
    )
const time = (label: readonly [string, string], fields: readonly string[]): Column =>
    column(label, "time", 27, fields, {
        hint: WRITE_TIME_SHORT,
        eg: ["2023-03-20 17:49:08 UTC", "2023-03-20 17:49:08 UTC"],
    })

const MOVED = ["unauthorised-transfer", "unauthorised-withdrawal", "payment-by-deception"] as const

export const LOSS_TABLES: readonly Table[] = [
    {
        name: words(["少了什么", "Missing"]),
        guide: words([
            "一种币一行。数量从导出文件复制；约数写“约 3.5”，不知道的写 不清楚。",
            "One asset a row. Copy quantities from the exports; “about 3.5” and “not known” will do.",
        ]),
        lists: [
            {
                path: "loss.assets",
                title: words(["六、少了什么", "6. Missing assets"]),
                word: words(["资产", "asset"]),
            },
        ],
        columns: [
            column(["币种", "Asset"], "code", 14, ["loss.assets[].asset"], {
                hint: ["如 BTC、USDT；人民币写 CNY", "such as BTC; CNY for yuan"],
                eg: "BTC",
                required: true,
            }),
            column(["数量", "Quantity"], "amount", 22, ["loss.assets[].amount"], {
                hint: ["照抄，如 0.64572", "as the export has it"],
                eg: "0.64572",
            }),
            source("loss.assets"),
            evidence("loss.assets"),
        ],
    },
    {
        name: words(["转出记录", "Transfers"]),
        guide: words([
            "币或钱去了哪里：提币、划转、自己付出去的，一笔一行。地址和交易哈希从提币记录中整串复制；银行转账写 CNY，对方账户另填“收款账户”表。",
            "Where it went: withdrawals, transfers and payments, one a row. Copy addresses and hashes whole.",
        ]),
        lists: [
            {
                path: "transfers",
                title: words(["转出记录", "Transfers"]),
                word: words(["转出", "transfer"]),
                when: { kinds: MOVED },
            },
        ],
        columns: [
            time(["时间", "Time"], ["transfers[].at"]),
            column(["币种", "Asset"], "code", 10, ["transfers[].value.asset"], { eg: "USDT" }),
            column(["数量", "Quantity"], "amount", 18, ["transfers[].value.amount"], { eg: "50000" }),
            column(["从哪里", "From"], "text", 20, ["transfers[].from"], {
                hint: ["如 现货账户；不知道的写 不清楚", "such as spot account; or not known"],
                eg: ["现货账户", "spot account"],
            }),
            column(["到哪里（地址或账户）", "To (address or account)"], "text", 44, ["transfers[].to"], {
                hint: [
                    "对方地址，整串复制；站内转给他人的写 UID 和号码；不知道的写 不清楚",
                    "address, copied whole; within the platform UID and number; or not known",
                ],
                eg: "TXYZexampleexampleexampleexample11",
            }),
            column(["网络", "Network"], "text", 12, ["transfers[].network"], {
                hint: ["提币页面上的链", "chain on the page"],
                offers: [
                    ["TRC20", "TRC20"],
                    ["ERC20", "ERC20"],
                    ["BEP20", "BEP20"],
                    ["BTC", "BTC"],
                    ["SOL", "SOL"],
                    ["TON", "TON"],
                ],
                eg: "TRC20",
            }),
            column(["标签（memo、tag）", "Memo or tag"], "code", 14, ["transfers[].memo"], {
                hint: ["有才填", "where there is one"],
                eg: "104528",
            }),
            column(["交易哈希（TxID）", "Transaction hash"], "code", 44, ["transfers[].txHash"], {
                hint: ["整串复制；站内转账的写编号", "copied whole; of a transfer within the platform its number"],
                eg: "9f2a…",
            }),
            source("transfers"),
            evidence("transfers"),
        ],
    },
    {
        name: words(["收款账户", "Bank accounts"]),
        guide: words([
            "钱从银行、支付宝、微信付给了谁：对方的每个账户一行。",
            "Accounts at banks and payment services to which money was sent, one a row.",
        ]),
        lists: [
            {
                path: "bankAccounts",
                title: words(["收款账户", "Bank accounts"]),
                word: words(["账户", "account"]),
                when: { kinds: ["payment-by-deception"] },
            },
        ],
        columns: [
            column(["户名", "Holder"], "text", 16, ["bankAccounts[].holder"], { eg: ["张样例", "Zhang Yangli"] }),
            column(["银行或支付平台", "Bank or service"], "text", 20, ["bankAccounts[].bank"], {
                eg: ["样例银行", "Example Bank"],
            }),
            column(["账号", "Account number"], "text", 26, ["bankAccounts[].account"], { eg: "6200 0000 0000 0000" }),
            column(["付款币种", "Currency"], "code", 10, ["bankAccounts[].paid.asset"], { eg: "CNY" }),
            column(["付款金额", "Amount paid"], "amount", 16, ["bankAccounts[].paid.amount"], { eg: "30000" }),
            time(["付款时间", "Paid at"], ["bankAccounts[].at"]),
            column(["实际使用人", "Used by"], "text", 16, ["bankAccounts[].owner"], {
                hint: ["知道才填", "if known"],
                eg: ["自称客服的人", "a person who said to be support"],
            }),
            column(["备注", "Note"], "text", 20, ["bankAccounts[].note"]),
            source("bankAccounts"),
            evidence("bankAccounts"),
        ],
    },
    {
        name: words(["订单", "Orders"]),
        guide: words([
            "不是您本人下的订单，一笔一行；订单号从导出文件复制。很多的，只填最大的、第一笔和最后一笔，其余见导出文件。",
            "Orders that are not yours, one a row; copy order ids from the export.",
        ]),
        lists: [
            {
                path: "orders",
                title: words(["订单", "Orders"]),
                word: words(["订单", "order"]),
                when: { kinds: ["unauthorised-trading"] },
            },
        ],
        columns: [
            column(["订单号", "Order id"], "code", 24, ["orders[].orderId"], {
                hint: ["记录中没有的不填", "blank where the record has none"],
                eg: "8389765521440123456",
            }),
            column(["客户端订单号", "Client order id"], "code", 24, ["orders[].clientOrderId"], { eg: "x-ab12" }),
            column(["成交编号", "Trade id"], "code", 20, ["orders[].tradeId"], {
                hint: ["成交记录中有才填", "where the record of fills has one"],
                eg: "3310045521",
            }),
            column(["市场", "Market"], "text", 12, ["orders[].market"], {
                hint: ["现货、合约等，照导出文件", "as exported"],
                eg: ["现货", "spot"],
            }),
            column(["交易对", "Pair"], "code", 14, ["orders[].symbol"], { eg: "BTCUSDT" }),
            column(["方向", "Side"], "choice", 9, ["orders[].side"], { words: "side", eg: ["卖出", "sell"] }),
            column(["类型", "Type"], "text", 10, ["orders[].type"], { eg: ["市价", "market"] }),
            column(["委托数量", "Quantity"], "amount", 16, ["orders[].quantity"], { eg: "1.5" }),
            column(["委托价格", "Price"], "amount", 16, ["orders[].price"], { eg: "27800" }),
            column(["成交数量", "Filled"], "amount", 16, ["orders[].filled"], { eg: "1.5" }),
            column(["成交均价", "Average"], "amount", 16, ["orders[].average"], { eg: "27800.21" }),
            column(["状态", "Status"], "text", 10, ["orders[].status"], { eg: ["已成交", "filled"] }),
            time(["时间", "Time"], ["orders[].at"]),
            source("orders"),
            evidence("orders"),
        ],
    },
]

const CLUES = ["contacts", "sites", "emails", "ips", "socialAccounts"] as const
const OWNED = ["sites", "emails", "ips", "socialAccounts"] as const
const each = (lists: readonly string[], name: string): readonly string[] => lists.map((list) => `${list}[].${name}`)

export const PEOPLE_TABLES: readonly Table[] = [
    {
        name: words(["已向谁报告", "Reports"]),
        guide: words([
            "公安机关、交易所客服、银行、举报网站，每次一行；还没有的不填。",
            "Reports made to police, support, banks or web sites, one a row; leave it blank where there is none.",
        ]),
        lists: [
            {
                path: "reports",
                title: words(["九、已向谁报告", "9. Reports made"]),
                word: words(["报告", "report"]),
            },
        ],
        columns: [
            column(["向谁", "To"], "text", 26, ["reports[].to"], { eg: ["币安客服", "support of Binance"] }),
            time(["时间", "Time"], ["reports[].at"]),
            column(["编号", "Number"], "text", 24, ["reports[].number"], {
                hint: ["工单号、回执编号", "ticket or receipt"],
                eg: "SAMPLE-0417",
            }),
            column(["结果", "Result"], "text", 36, ["reports[].result"], {
                eg: ["建议报案", "told to go to the police"],
            }),
            evidence("reports"),
        ],
    },
    {
        name: words(["线索", "Clues"]),
        guide: words([
            "与事情有关的人、网站、邮箱、IP、社交账号，一个一行，先选类别。假网站、假客服的账号、陌生登录的 IP 都填在这里。",
            "People, sites, mailboxes, IP addresses and social accounts that have to do with it, one a row; choose the class first.",
        ]),
        example: "sites",
        lists: [
            { path: "contacts", title: words(["联系人", "Contacts"]), word: words(["联系人", "contact"]) },
            {
                path: "sites",
                title: words(["网站", "Sites"]),
                word: words(["网站", "site"]),
                when: { causes: ["phishing"] },
            },
            { path: "emails", title: words(["邮箱", "Mailboxes"]), word: words(["邮箱", "mailbox"]) },
            {
                path: "ips",
                title: words(["IP 地址", "IP addresses"]),
                word: words(["IP 地址", "IP address"]),
                when: { causes: ["login"] },
            },
            {
                path: "socialAccounts",
                title: words(["社交账号", "Social accounts"]),
                word: words(["社交账号", "social account"]),
            },
        ],
        columns: [
            column(
                ["名称或平台", "Name or platform"],
                "text",
                20,
                [
                    "contacts[].name",
                    "sites[].name",
                    ask("socialAccounts[].platform", "text", ["平台", "Platform"], { eg: ["微信", "WeChat"] }),
                ],
                {
                    column: {
                        hint: ["社交账号写哪个平台", "for social accounts the platform"],
                        eg: ["假币安网站", "false exchange"],
                    },
                },
            ),
            column(
                ["地址或账号", "Address or account"],
                "code",
                40,
                [
                    ask("sites[].url", "code", ["网址", "Link"], { eg: "https://login.exchange.example/verify" }),
                    ask("emails[].address", "code", ["邮箱地址", "Mail address"], { eg: "support@exchange.example" }),
                    ask("ips[].address", "code", ["IP 地址", "IP address"], { eg: "203.0.113.7" }),
                    ask("socialAccounts[].account", "text", ["账号", "Account"], { eg: "kefu_007" }),
                ],
                { column: { hint: ["网址、邮箱、IP、社交账号", "link, mailbox, IP, account"] } },
            ),
            column(["电话", "Telephone"], "code", 18, ["contacts[].phone"], {
                column: { hint: ["联系人才填", "contacts only"] },
            }),
            column(["邮箱", "E-mail"], "code", 22, ["contacts[].email"], {
                column: { hint: ["联系人才填", "contacts only"] },
            }),
            column(["身份", "Role"], "text", 16, ["contacts[].role"], {
                column: { hint: ["联系人才填", "contacts only"] },
            }),
            column(["谁在用", "Used by"], "text", 18, each(OWNED, "owner"), {
                column: { hint: ["联系人不填", "not for contacts"] },
                eg: ["不清楚", "not known"],
            }),
            column(["性质", "What it is"], "choice", 20, ["ips[].role"], {
                words: "ipRole",
                column: { hint: ["IP 地址才填", "IP addresses only"] },
            }),
            column(["备注", "Note"], "text", 20, each(OWNED, "note"), {
                column: { hint: ["联系人不填", "not for contacts"] },
                eg: ["短信里的链接", "link in a text message"],
            }),
            source(...CLUES),
            evidence(...CLUES),
        ],
    },
    {
        name: words(["企业", "Companies"]),
        guide: words([
            "可能有关的企业，一家一行，照公示系统填写，只作线索。",
            "Companies that may have to do with it, as in the public register; leads only.",
        ]),
        lists: [{ path: "organisations", title: words(["企业", "Companies"]), word: words(["企业", "company"]) }],
        columns: [
            column(["名称", "Name"], "text", 28, ["organisations[].name"], { eg: ["样例科技有限公司", "Example Ltd"] }),
            column(["统一社会信用代码", "Credit code"], "code", 22, ["organisations[].creditCode"]),
            column(["法定代表人", "Legal representative"], "text", 14, ["organisations[].legalRepresentative"]),
            column(["住所", "Address"], "text", 28, ["organisations[].address"]),
            column(["登记状态", "Status"], "text", 12, ["organisations[].status"], { eg: ["存续", "active"] }),
            column(["成立日期", "Founded on"], "date", 13, ["organisations[].foundedOn"], { eg: "2020-01-02" }),
            column(["注销日期", "Deregistered on"], "date", 13, ["organisations[].deregisteredOn"]),
            column(["与本案的关系", "Relation"], "text", 24, ["organisations[].relation"]),
            source("organisations"),
            column(["查询日期", "Queried on"], "date", 13, ["organisations[].queriedOn"], { eg: "2023-04-20" }),
        ],
    },
]

export const POSITIONS = "positions"
const STATEMENT = `${POSITIONS}[].statements[]`
const PARTS = ["background", "cause", "course", "result", "otherFacts"].map((part) => `narrative.${part}`)

export const STORY_TABLES: readonly Table[] = [
    {
        name: words(["时间线", "Timeline"]),
        guide: words([
            "重要的时间点，一件一行。同一操作另有不同时间的说法，类别选“另一种时间”。",
            "What happened when, one a row; for another time told of the same operation choose “other time”.",
        ]),
        example: "timeline",
        lists: [
            { path: "timeline", title: words(["时间线", "Timeline"]), word: words(["事件", "event"]) },
            {
                path: "incident.otherTimes",
                title: words(["另一种时间", "Other times told"]),
                word: words(["另一种时间", "other time"]),
                note: words(["别处写过、说过的同一操作的时间。", "Other times told of the same operation."]),
            },
        ],
        columns: [
            time(["时间", "Time"], ["timeline[].at", "incident.otherTimes[].at"]),
            column(
                ["发生了什么", "What happened"],
                "text",
                44,
                ["timeline[].what", ask("incident.otherTimes[].note", "text", ["说明", "Note"])],
                { column: { eg: ["八种币在现货账户被卖出", "eight assets were sold on the spot account"] } },
            ),
            column(["依据", "Standing"], "choice", 14, ["timeline[].status"], {
                words: "status",
                eg: ["有记录", "on record"],
            }),
            source("timeline", "incident.otherTimes"),
            evidence("timeline"),
            policeToo("timeline"),
        ],
    },
    {
        name: words(["事情经过", "Account"]),
        guide: words([
            "用自己的话写，一件事一行，先选类别。诉求只给公安机关；私人笔记不进入任何材料。",
            "In your own words, one thing a row; choose the class first. Demands are for the police only; private notes enter no document.",
        ]),
        example: "narrative.course",
        lists: [
            {
                path: "narrative.background",
                title: words(["账户和使用情况", "Background"]),
                word: words(["账户和使用情况", "background"]),
            },
            { path: "narrative.cause", title: words(["起因", "Cause"]), word: words(["起因", "cause"]) },
            { path: "narrative.course", title: words(["经过", "Course"]), word: words(["经过", "course"]) },
            { path: "narrative.result", title: words(["结果", "Result"]), word: words(["结果", "result"]) },
            {
                path: "narrative.otherFacts",
                title: words(["其他事实", "Other facts"]),
                word: words(["其他事实", "other fact"]),
            },
            {
                path: "demands",
                title: words(["诉求", "Demands"]),
                word: words(["诉求", "demand"]),
                note: words(["只给公安机关。", "For the police only."]),
            },
            {
                path: "privateNotes",
                title: words(["私人笔记", "Private notes"]),
                word: words(["私人笔记", "private note"]),
                note: words(["只留给自己看，不进入任何材料。", "For yourself; they enter no document."]),
            },
        ],
        columns: [
            column(["内容", "Text"], "text", 70, [...each([...PARTS, "demands"], "text"), "privateNotes[]"], {
                column: {
                    eg: ["3 月 21 日早上登录时发现币没有了。", "On 21 March in the morning the coins were gone."],
                },
            }),
            column(["依据", "Standing"], "choice", 14, each([...PARTS, "demands"], "status"), {
                words: "status",
                eg: ["本人陈述", "own statement"],
            }),
            source(...PARTS, "demands"),
            evidence(...PARTS, "demands"),
            policeToo(...PARTS, "demands"),
        ],
    },
    {
        name: words(["各方说法", "Positions"]),
        guide: words([
            "交易所客服、第三方等各自怎么说，一句一行。同一方的几句话，“哪一方”写同样的名称。意见多于一条的，在下一行只填意见。不写民警的说法。",
            "What support and others say, one statement a row; give the same name for the same party. A further remark stands alone in the next row.",
        ]),
        lists: [{ path: POSITIONS, title: words(["各方说法", "Positions"]), word: words(["说法", "position"]) }],
        columns: [
            column(["哪一方", "Party"], "text", 18, [`${POSITIONS}[].party`], {
                eg: ["交易所客服", "support of the exchange"],
            }),
            time(["何时说的", "When"], [`${STATEMENT}.at`]),
            column(["谁说的", "By whom"], "text", 16, [`${STATEMENT}.by`], { eg: ["在线客服", "chat agent"] }),
            column(["关于什么", "On what"], "text", 18, [`${STATEMENT}.on`], { eg: ["提币", "withdrawals"] }),
            column(["怎么说的", "Statement"], "text", 44, [`${STATEMENT}.text`], {
                eg: ["提币经过验证", "withdrawals were verified"],
            }),
            column(["来源", "Source"], "text", 22, [`${STATEMENT}.source`], { eg: ["聊天记录", "chat"] }),
            column(["证据编号", "Evidence"], "labels", 14, [`${STATEMENT}.evidence[]`], { eg: "E004" }),
            column(["我的意见", "Remark"], "text", 36, [`${STATEMENT}.answers[]`], {
                hint: ["可不填", "optional"],
                eg: ["没有收到验证码", "no code arrived"],
            }),
            policeToo(`${POSITIONS}[].statements`),
        ],
    },
    {
        name: words(["折算和C2C", "Equivalents"]),
        guide: words([
            "损失折算成别的币或人民币的，类别选“折算”；C2C 买卖的合计，类别选“买入”“卖出”。",
            "Losses expressed in another asset are “equivalent”; totals of C2C trades are “bought” or “sold”.",
        ]),
        example: "loss.equivalents",
        lists: [
            { path: "loss.equivalents", title: words(["折算", "Equivalents"]), word: words(["折算", "equivalent"]) },
            { path: "loss.c2c.buys", title: words(["C2C 买入", "C2C bought"]), word: words(["买入", "bought"]) },
            { path: "loss.c2c.sells", title: words(["C2C 卖出", "C2C sold"]), word: words(["卖出", "sold"]) },
        ],
        columns: [
            column(
                ["币种", "Asset"],
                "code",
                12,
                ["loss.equivalents[].value.asset", "loss.c2c.buys[].asset", "loss.c2c.sells[].asset"],
                {
                    eg: "BTC",
                },
            ),
            column(
                ["数量", "Quantity"],
                "amount",
                20,
                ["loss.equivalents[].value.amount", "loss.c2c.buys[].quantity", "loss.c2c.sells[].quantity"],
                { eg: "1.46966133" },
            ),
            column(["折算方法", "Method"], "text", 44, ["loss.equivalents[].method"], {
                column: { hint: ["折算才填", "equivalents only"] },
                eg: ["除以当时的成交均价", "divided by the average price"],
            }),
            column(["来源", "Source"], "text", 26, ["loss.equivalents[].source"], {
                column: { hint: ["折算才填", "equivalents only"] },
                eg: ["账户流水", "balance history"],
            }),
            column(["法币", "Currency"], "code", 10, ["loss.c2c.buys[].fiat", "loss.c2c.sells[].fiat"], {
                column: { hint: ["C2C 才填，如 CNY", "C2C only"] },
            }),
            column(["法币总额", "Total"], "amount", 18, ["loss.c2c.buys[].total", "loss.c2c.sells[].total"], {
                column: { hint: ["C2C 才填", "C2C only"] },
            }),
        ],
    },
    {
        name: words(["其他", "Other"]),
        guide: words([
            "名词解释；文字里说的数目（如“8+1 种”），程序拿它与各表核对；网上举报时所填的网站和应用。",
            "Terms; counts that a text names, to be held against the sheets; sites and apps entered in a report on the web.",
        ]),
        example: "terms",
        lists: [
            { path: "terms", title: words(["名词", "Terms"]), word: words(["名词", "term"]) },
            {
                path: "statedCounts",
                title: words(["所说的数目", "Stated counts"]),
                word: words(["数目", "count"]),
                note: words(["文字里说的数目，如“8+1 种”。", "Counts that a text names."]),
            },
            {
                path: "reportDetails.sites",
                title: words(["举报时填的网站", "Sites in the report"]),
                word: words(["举报的网站", "reported site"]),
            },
        ],
        columns: [
            column(["名称", "Name"], "text", 22, ["terms[].term", "reportDetails.sites[].name"], {
                column: { eg: "C2C" },
            }),
            column(["解释", "Meaning"], "text", 44, ["terms[].meaning"], {
                column: { hint: ["名词才填", "terms only"] },
                eg: ["个人之间的法币交易", "trade between persons"],
            }),
            column(["什么的数目", "Count of"], "choice", 12, ["statedCounts[].of"], {
                words: "counted",
                column: { hint: ["数目才填", "counts only"] },
            }),
            column(["数目", "Count"], "text", 12, ["statedCounts[].count"], {
                column: { hint: ["数目才填", "counts only"] },
            }),
            source("statedCounts"),
            column(["网址", "Link"], "code", 30, ["reportDetails.sites[].url"], {
                column: { hint: ["举报的网站才填", "sites only"] },
            }),
            column(["服务", "Service"], "text", 16, ["reportDetails.sites[].service"], {
                column: { hint: ["举报的网站才填", "sites only"] },
            }),
            column(["应用", "App"], "text", 16, ["reportDetails.sites[].app"], {
                column: { hint: ["举报的网站才填", "sites only"] },
            }),
        ],
    },
]
