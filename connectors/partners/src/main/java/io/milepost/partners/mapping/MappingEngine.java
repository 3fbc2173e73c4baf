package io.milepost.partners.mapping;

/** A language in which templates are written. */
public interface MappingEngine {

    /**
     * Makes a template ready for use.
     *
     * @param name of the template, for messages
     * @param source its text
     * @param terms by which its functions read codes, dates and numbers
     * @throws TemplateException with everything that is wrong with it
     */
    Template compile(String name, String source, MappingTerms terms) throws TemplateException;
}
