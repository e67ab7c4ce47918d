import Rendering

/// The tables and settings of a collection as Anki 2.0 made them (schema 11).
enum AnkiSchema {
  static let tables = """
    CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
      ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
      models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
    CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
      usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
      flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
      mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
      ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
      odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
      ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
    CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_notes_csum ON notes (csum);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    """

  static let configuration = """
    {"nextPos":1,"estTimes":true,"activeDecks":[1],"sortType":"noteFld","timeLim":0,"sortBackwards":false,"addToCur":true,\
    "curDeck":1,"newBury":true,"newSpread":0,"dueCounts":true,"collapseTime":1200}
    """

  static let deckOptions = """
    {"1":{"id":1,"name":"Default","mod":0,"usn":0,"maxTaken":60,"autoplay":true,"timer":0,"replayq":true,"dyn":false,\
    "new":{"delays":[1,10],"ints":[1,4,7],"initialFactor":2500,"order":1,"perDay":20,"bury":true,"separate":true},\
    "rev":{"perDay":200,"ease4":1.3,"fuzz":0.05,"ivlFct":1,"maxIvl":36500,"minSpace":1,"bury":true},\
    "lapse":{"delays":[10],"mult":0,"minInt":1,"leechFails":8,"leechAction":0}}}
    """

  static func models(changed: Int, deck: Int) -> String {
    var json = JSONBuffer(isPretty: false)
    json.object { json in
      for type in AnkiNoteType.all { json.object(named: String(type.id)) { model(type, changed, deck, &$0) } }
    }
    return json.string
  }

  private static func model(_ type: AnkiNoteType, _ changed: Int, _ deck: Int, _ json: inout JSONBuffer) {
    json.field("id", type.id)
    json.field("name", type.name)
    json.field("type", Int(type.isCloze ? 1 : 0))
    json.field("mod", changed)
    json.field("usn", Int(-1))
    json.field("sortf", Int(0))
    json.field("did", deck)
    json.array("tmpls", [type]) { json, type in
      json.object { json in
        json.field("name", type.isCloze ? "Cloze" : "Card 1")
        json.field("ord", Int(0))
        json.field("qfmt", type.question)
        json.field("afmt", type.answer)
      }
    }
    json.array("flds", Array(type.fields.enumerated())) { json, field in
      json.object { json in
        json.field("name", field.element)
        json.field("ord", field.offset)
        json.field("sticky", false)
        json.field("rtl", false)
        json.field("font", "Arial")
        json.field("size", Int(20))
        json.field("media", [])
      }
    }
    json.field("css", AnkiNoteType.style)
    json.field("latexPre", "\\documentclass[12pt]{article}\\begin{document}")
    json.field("latexPost", "\\end{document}")
    json.field("latexsvg", false)
    // Which fields a card needs to be made: the first alone.
    if !type.isCloze {
      json.array("req", [0]) { json, _ in
        json.array { json in
          json.element(0)
          json.element("any")
          json.array { $0.element(0) }
        }
      }
    }
    json.field("tags", [])
    json.field("vers", [])
  }

  static func decks(_ decks: [(id: Int, name: String)], changed: Int) -> String {
    var json = JSONBuffer(isPretty: false)
    json.object { json in
      for deck in [(id: 1, name: "Default")] + decks {
        json.object(named: String(deck.id)) { json in
          json.field("id", deck.id)
          json.field("name", deck.name)
          json.field("mod", changed)
          json.field("usn", Int(-1))
          json.field("dyn", Int(0))
          json.field("conf", Int(1))
          json.field("collapsed", false)
          json.field("browserCollapsed", false)
          json.field("extendNew", Int(10))
          json.field("extendRev", Int(50))
          json.array("newToday", [0, 0]) { $0.element($1) }
          json.array("revToday", [0, 0]) { $0.element($1) }
          json.array("lrnToday", [0, 0]) { $0.element($1) }
          json.array("timeToday", [0, 0]) { $0.element($1) }
        }
      }
    }
    return json.string
  }
}
