// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// What a page says about flags over monitoring rounds.
enum FlagPhrase: String, PhraseKey {
  case caption, subject, life, rounds, since, alarm, isAlarm, gone
  case new, persistent, resolved, suspended

  static let catalogue = Catalogue(
    dutch: """
      caption = Signalen en hun levensloop
      subject = Sector en stof
      life = Levensloop
      rounds = Rondes
      since = Sinds ronde
      alarm = Alarm
      isAlarm = alarm
      gone = reeks vervallen
      new = nieuw
      persistent = blijvend
      resolved = opgelost
      suspended = opgeschort
      """,
    english: """
      caption = Flags and their life
      subject = Sector and compound
      life = Life
      rounds = Rounds
      since = Since round
      alarm = Alarm
      isAlarm = alarm
      gone = series gone
      new = new
      persistent = persistent
      resolved = resolved
      suspended = suspended
      """)
}
