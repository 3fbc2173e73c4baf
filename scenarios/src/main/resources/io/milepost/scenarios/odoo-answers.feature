Feature: What Odoo answers

  Background:
    Given the rule
      """
      rule: odoo
      requests: {partial: none, acknowledge: false, salePromise: none}
      """
    And on 2 March 250 are ordered for 20 March
    When on 3 March the supplier confirms 250 for 24 March
    Then Odoo is asked for
      | what          | value               | expect              |
      | set line date | 2026-03-24 12:00:00 | 2026-03-20 12:00:00 |

  Scenario: What is done is not asked for again
    When on 3 March 13:00 Odoo applies what it was asked for
    And on 3 March 13:05 the buyer moves the date to 24 March
    And on 3 March 14:00 the last message comes again
    Then Odoo is asked for nothing more
    And the line shows
      | wanted    | set line date |
      | conflicts | none          |
      | refused   | none          |

  Scenario: A person's later change wins until the supplier says something new
    When on 4 March Odoo answers "set line date" with conflict, found 2026-03-27 12:00:00
    And on 4 March 13:00 the buyer moves the date to 27 March
    And on 5 March the buyer moves the date to 28 March
    Then Odoo is asked for nothing more
    And the line shows
      | conflicts | set line date |
    When on 9 March the supplier confirms 250 for 26 March
    Then Odoo is also asked for
      | what          | value               | expect              |
      | set line date | 2026-03-26 12:00:00 | 2026-03-28 12:00:00 |
    And the line shows
      | conflicts | none |

  Scenario: What was in the way is expected next, though Odoo has not told of it yet
    When on 4 March Odoo answers "set line date" with conflict, found 2026-03-27 12:00:00
    And on 9 March the supplier confirms 250 for 26 March
    Then Odoo is also asked for
      | what          | value               | expect              |
      | set line date | 2026-03-26 12:00:00 | 2026-03-27 12:00:00 |

  Scenario: What Odoo refuses is shown and not tried again
    When on 4 March Odoo answers "set line date" with refused
    And on 5 March the buyer changes the price to 4.90
    Then Odoo is asked for nothing more
    And the line shows
      | refused   | set line date |
      | conflicts | none          |
    When on 9 March the supplier confirms 250 for 26 March
    Then Odoo is also asked for
      | what          | value               | expect              |
      | set line date | 2026-03-26 12:00:00 | 2026-03-20 12:00:00 |
    And the line shows
      | refused | none |

  Scenario: What Odoo had already is as good as done
    When on 4 March Odoo answers "set line date" with duplicate
    Then Odoo is asked for nothing more
    And the line shows
      | conflicts | none |
      | refused   | none |
    When on 9 March the supplier confirms 250 for 26 March
    Then Odoo is also asked for
      | what          | value               | expect              |
      | set line date | 2026-03-26 12:00:00 | 2026-03-24 12:00:00 |

  Scenario: A day that a person has set already is found to be there
    When on 4 March Odoo applies what it was asked for
    And on 5 March the buyer moves the date to 26 March
    And on 9 March the supplier confirms 250 for 26 March
    Then Odoo is also asked for
      | what          | value               | expect              |
      | set line date | 2026-03-26 12:00:00 | 2026-03-26 12:00:00 |
    When on 10 March Odoo answers "set line date" with duplicate
    And on 11 March the buyer changes the price to 4.90
    Then Odoo is asked for nothing more
    And the line shows
      | conflicts | none |

  Scenario: An answer that comes after a newer request is not about that
    When on 4 March the supplier confirms 250 for 26 March
    Then Odoo is also asked for
      | what          | value               | expect              |
      | set line date | 2026-03-26 12:00:00 | 2026-03-20 12:00:00 |
    When on 5 March Odoo answers the first "set line date" with conflict, found 2026-03-28 12:00:00
    Then Odoo is asked for nothing more
    And the line shows
      | conflicts | none |
    When on 6 March Odoo answers the second "set line date" with conflict, found 2026-03-28 12:00:00
    Then Odoo is asked for nothing more
    And the line shows
      | conflicts | set line date |

  Scenario: The answers about one line say nothing of another one
    Given on 3 March these lines are ordered
      | line | quantity | planned for |
      | 2    | 10       | 20 March    |
    And on 4 March the supplier confirms 10 for 24 March of line 2
    When on 5 March Odoo answers "set line date" of line 2 with conflict, found 2026-03-27 12:00:00
    Then the line shows
      | conflicts | none |
    And line 2 shows
      | conflicts | set line date |

  Scenario: The supplier's number that a person wrote is expected next
    When on 4 March the supplier confirms 250 for 24 March, calling the order SO-7781
    And on 5 March Odoo answers "set vendor reference" with conflict, found SO-1
    Then the line shows
      | conflicts | set vendor reference |
    When on 6 March the supplier confirms 250 for 24 March, calling the order SO-7782
    Then Odoo is also asked for
      | what                 | value               | expect              |
      | set line date        | 2026-03-24 12:00:00 | 2026-03-20 12:00:00 |
      | set vendor reference | SO-7782             | SO-1                |
