# Calendar of an edition.
rules-deadline-and-figure = the term "{ $seen }" is computed here ("when"), and "{ $figure }" holds the same term. Keep one.
cli-show-calendar = Shows every date and deadline of the edition in one view (in Polish: --kalendarz)
cli-show-data = The municipality's data, from which its own days are taken: request, contract, receipt, completion, and the contract's terms; with --calendar
cli-show-event = A day that the program does not know, such as award.I-VI=2024-09-10 (award, money, completion, announcement); with --calendar
cli-value-event = EVENT=DAY
calendar-other-edition = the data name the programme "{ $other }", and the calendar is to be of the edition "{ $id }". Days of one edition say nothing about the other.
calendar-other-edition-hint = Name the same edition: rozlicz programmes show { $other } --calendar --data …
calendar-bad-event = "{ $seen }" cannot be read as an event and a day.
calendar-bad-event-hint = Write it like this: --event award=2024-09-10, or, where each half-year has its own day: --event award.I-VI=2024-09-10. Events: { $known }.
calendar-as-of = As of { $day }.
calendar-errors =
    { $count ->
        [one] The data have { $count } error: a day of a cell that could not be read is not here. It is listed by: rozlicz check DATA
       *[other] The data have { $count } errors: days of cells that could not be read are not here. They are listed by: rozlicz check DATA
    }
calendar-known = Dates and deadlines
calendar-unknown = Deadlines without a day
calendar-what-reference-day = Day on which the assistant must be employed
calendar-what-request = The municipality's request
calendar-what-payment = Last day of payment
calendar-what-completion = Day of completion by the contract
calendar-what-return = Return of what was not used
calendar-what-report = The municipality's report
calendar-event-announcement = announcement of the programme
calendar-event-request-until = end of the requests
calendar-event-award = list of municipalities with their awards
calendar-event-money = receipt of the money
calendar-event-completion = day of completion
calendar-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
calendar-working-days =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
calendar-counted = { $term } from { $from } ({ $event })
calendar-counted-latest = { $term } from { $from }: "Umowa" has no "Dzień wykonania zadania", so the last day of payment is taken, the latest there can be
calendar-missing-announcement = { $term } from the event "{ $event }", whose day was not found. Give it: { $option }
calendar-missing-request-until = { $term } from the event "{ $event }", whose day was not found. Give it: { $option }
calendar-missing-award = { $term } from the event "{ $event }". The day is on the ministry's or the voivode's site; give it: { $option }
calendar-missing-money = { $term } from the event "{ $event }". Fill in "Data otrzymania" in "Środki" and give the data (--data), or the day alone: { $option }
calendar-missing-completion = { $term } from the event "{ $event }". Fill in "Dzień wykonania zadania" in "Umowa", or give it: { $option }
calendar-words = the text says: { $term }. No day follows from that
calendar-words-event = the text says: { $term }. When you know the day, give it: { $option }
calendar-own-request = day of the request in the table "Umowa"
calendar-no-request = it is the day on which the municipality files its request. Fill it in in "Umowa" and give the data: --data
calendar-contract = the programme does not say; the contract decides. Fill in the term in "Umowa" and give the data: --data
calendar-source-contract = contract with the voivode
calendar-own-alone = so says the contract: { $own }
calendar-own-wins = contract: { $own }, and it decides; rules of the edition: { $text }
calendar-own-earlier = contract: { $own }, rules of the edition { $text } at the latest; the earlier day binds
calendar-own-later = contract: { $own }, but the rules of the edition { $text } at the latest; the earlier day binds. Settle this with the voivode
calendar-holiday = a holiday ({ $name })
calendar-free-not-moved = { $day } is { $name }. The texts do not say whether the term moves then. It does not here: so says the reading "days-counted" in force. Next working day: { $working }
calendar-free-moved = { $day } is { $name }. The texts do not say whether the term moves then. Here it ends on the next working day, { $working }: so says the reading "days-counted" chosen
calendar-free-silent = { $day } is { $name }. The texts do not say whether the term moves then; it does not here. Next working day: { $working }
calendar-free-payment = { $day } is { $name }. The day of payment counts, so send the transfer earlier: the bank may carry it out only on { $working }
calendar-today = today
calendar-left =
    { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }
calendar-past =
    { $days ->
        [one] went by yesterday
       *[other] went by { $days } days ago
    }
calendar-done = done
calendar-done-on = done on { $day }
calendar-done-late = done on { $day }, after that day
calendar-weekday-1 = Mon
calendar-weekday-2 = Tue
calendar-weekday-3 = Wed
calendar-weekday-4 = Thu
calendar-weekday-5 = Fri
calendar-weekday-6 = Sat
calendar-weekday-7 = Sun
calendar-weekday-name-1 = a Monday
calendar-weekday-name-2 = a Tuesday
calendar-weekday-name-3 = a Wednesday
calendar-weekday-name-4 = a Thursday
calendar-weekday-name-5 = a Friday
calendar-weekday-name-6 = a Saturday
calendar-weekday-name-7 = a Sunday
calendar-day-shape = YYYY-MM-DD
