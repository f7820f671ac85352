# Readings and their prices

price-co-financing = co-financing { $amount }
price-supplement = of which supplements { $amount }
price-employment = of which costs of employment { $amount }
price-own = own contribution { $amount }
price-return = to return { $amount }
price-moved = { $amount } passes between persons, months or sources
price-form = posts or numbers of the form change
price-not-known = the co-financing cannot be computed
price-nothing = no change
price-impossible = cannot be priced: { $reason }

reading-needs-booked = the table Płace has no columns „Zaksięgowano z Programu”
reading-not-in-edition = the edition knows no such way
reading-idle-no-supplement = does not apply: no supplements are settled
reading-idle-no-employment = does not apply: no costs of employment are settled
reading-idle-no-service = does not apply: there are no service contracts
reading-idle-one-contract = does not apply: nobody has two contracts
reading-idle-one-source = does not apply: every component has one source
reading-idle-level-given = does not apply: the level is given in the table Umowa
reading-idle-no-families = does not apply: no families are given
reading-idle-whole-cost = does not apply: the programme pays the whole supplement

reading-touches-interest = concerns the day of return and interest
reading-touches-paragraphs = concerns the split over paragraphs

reading-by-default = default ({ $mark }): { $source }
reading-by-letter = { $letter }{ $by }
reading-by-table = chosen in the table Odczytania, no letter named{ $by }
reading-by-command = chosen on the command line (--reading), no letter
reading-accepted-by = ; accepted by: { $by }

readings-cost = Readings without a letter: { $count }. Largest difference: { $amount } ({ $name }: { $question }) All: rozlicz programmes readings { $programme } --data INPUT
readings-none-cost = Readings without a letter: { $count }. None of them would change an amount here.

readings-title = Readings of the edition { $programme }
readings-about = Clauses that can be understood in several ways. Interpretation is the voivode's task; the program prefers none.
readings-about-prices = Each way was settled by itself, all other readings staying as they are. Amounts are the difference from this settlement: "+" is more, "-" is less.
readings-about-choice = Another way is chosen in the table Odczytania (Nazwa, Wartość, Podstawa, Kto przyjął) or by --reading NAME=VALUE.
readings-provisional = The data have errors, and rows with errors are left out: the differences are provisional. Findings are listed by: rozlicz check INPUT
readings-nothing-settled = Nothing to price: the data could not be settled.
readings-now = Now:
readings-basis = Rests on:
readings-other = Otherwise:
readings-default-way = default
readings-impossible = Cannot be priced
readings-open-figures = The texts of this edition do not tell the figures below. Nothing is settled without them; give them in the table Odczytania.
readings-open-figure = { $name } (such as "{ $example }"): { $known }
reading-needs-absences = no absences are given (table Nieobecności)
readings-zero = Without effect on the amounts here
